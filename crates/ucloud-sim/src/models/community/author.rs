//! Who publishes images: invented nicknames, and the platform itself.

/// How far the platform vouches for an author; the number is what it sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AuthInfo {
    Ordinary = 0,
    Official = 1,
    Certified = 2,
}

/// An author.
#[derive(Debug)]
pub(crate) struct Author {
    pub(crate) name: &'static str,
    pub(crate) auth: AuthInfo,
    pub(crate) account_id: &'static str,
    /// A picture through which followers reach the author; empty when there is none.
    pub(crate) qr_code_url: &'static str,
}

use AuthInfo::{Certified, Official, Ordinary};

/// The columns: nickname, standing, account, picture.
#[rustfmt::skip] // one line for each author, where rustfmt makes one of each word
pub(crate) static AUTHORS: &[Author] = &[
    author("Compshare", Official, "50000001", ""),
    author("UCloud", Official, "50000002", ""),
    author("像素工匠", Certified, "56011327", "https://qr.example.com/xiangsu.png"),
    author("云上炼丹师", Certified, "56020914", "https://qr.example.com/liandan.png"),
    author("小林的模型屋", Certified, "56033708", "https://qr.example.com/xiaolin.png?from=市集&v=2"),
    author("DeepForge", Certified, "56047755", "https://qr.example.com/deepforge.png"),
    author("北岸算法", Certified, "56051290", ""),
    author("T8 镜像铺", Certified, "56066103", "https://qr.example.com/t8.png"),
    author("ai_kitchen", Ordinary, "57100245", ""),
    author("夜航船", Ordinary, "57113382", ""),
    author("Render_农场", Ordinary, "57126617", "https://qr.example.com/render.png"),
    author("不会调参的猫", Ordinary, "57130059", ""),
    author("gpu-nomad", Ordinary, "57148820", ""),
    author("山竹学AI", Ordinary, "57152476", ""),
    author("Ada&Co", Ordinary, "57169901", ""),
    author("一只<小>显卡", Ordinary, "57171138", ""),
    author("老周聊部署", Ordinary, "57184523", "https://qr.example.com/laozhou.png"),
    author("声音实验室", Ordinary, "57190670", ""),
    author("研二在读", Ordinary, "57203314", ""),
    author("O'Neil Labs", Ordinary, "57217742", ""),
    author("炼丹炉\"七号\"", Ordinary, "57220856", ""),
    author("🚀火箭镜像", Ordinary, "57238109", ""),
    author("user_8f3a21", Ordinary, "57244490", ""),
    author("DEEPFORGE", Ordinary, "57251637", ""),
];

const fn author(
    name: &'static str,
    auth: AuthInfo,
    account_id: &'static str,
    qr_code_url: &'static str,
) -> Author {
    Author { name, auth, account_id, qr_code_url }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn nobody_comes_twice() {
        let distinct = |of: fn(&Author) -> &str| AUTHORS.iter().map(of).collect::<BTreeSet<_>>();
        assert_eq!(distinct(|author| author.name).len(), AUTHORS.len());
        assert_eq!(distinct(|author| author.account_id).len(), AUTHORS.len());
    }
}
