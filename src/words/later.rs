//! The texts about parts of the page that are loaded later.

use view::Text;

words! {
    LATER_FAILED: "This part of the page could not be loaded. Check the network and try again; nothing is lost.", "页面的这一部分未能加载。请检查网络后重试，已有内容不会丢失。";
}
