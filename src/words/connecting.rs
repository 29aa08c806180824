//! The texts about connecting, and about what keeps answers away.

use ucloud_api::Product;
use view::{Lang, Text};

words! {
    // A view that nobody has connected for.
    CONNECT_FIRST: "Connect to load it", "连接后加载";
    CONNECT_FIRST_HINT: "This view needs an account: the gateway of this page does not sign requests by itself.", "此视图需要账号：本页网关不代为签名。";
    CONNECT_TOKEN_HINT: "The gateway of this page signs for those who know its access token.", "本页网关仅为持有访问令牌的用户签名。";
    SCOPE: "What this link shows", "此链接的内容";
    SCOPE_CATALOG: "Catalog", "目录";
    SCOPE_ALL: "all", "全部";

    // The ways.
    CONNECT_SAMPLE: "Sample data", "示例数据";
    CONNECT_SAMPLE_NOTE: "Made up, complete, and there at once. No account needed.", "虚构但完整的数据，无需账号，立即可用。";
    CONNECT_GATEWAY: "Let the gateway sign", "由网关签名";
    CONNECT_GATEWAY_NOTE: "The gateway holds the account's key; none enters the page.", "密钥由网关保管，不会进入页面。";
    CONNECT_KEY: "Sign with a key pair", "使用密钥对签名";
    CONNECT_KEY_NOTE: "The key stays in this tab's memory and is gone when it closes. Use a sub-account's key that may only read images.", "密钥只保存在本标签页的内存中，关闭即清除。建议使用仅有镜像只读权限的子账号密钥。";
    CONNECT_ENDPOINT: "Ask a signing endpoint", "使用签名服务";
    CONNECT_ENDPOINT_NOTE: "A service of yours holds the key and signs each request; the private key never enters the page.", "由您的签名服务保管密钥并为每个请求签名，私钥不会进入页面。";
    IN_USE: "in use", "使用中";
    ACCOUNT: "Account", "账号";

    // Their fields.
    PUBLIC_KEY: "Public key", "公钥";
    PRIVATE_KEY: "Private key", "私钥";
    TEMPORARY_KEY: "A temporary key (STS)", "临时密钥（STS）";
    SECURITY_TOKEN: "Security token", "安全令牌";
    COMPSHARE_KEYS: "CompShare has keys of its own", "CompShare（优云智算）单独的密钥";
    COMPSHARE_KEYS_NOTE: "Leave empty to use the same.", "留空则使用同一密钥。";
    COMPSHARE_PUBLIC_KEY: "CompShare public key", "CompShare 公钥";
    COMPSHARE_PRIVATE_KEY: "CompShare private key", "CompShare 私钥";
    ENDPOINT_ADDRESS: "Address", "地址";
    ENDPOINT_ACCESS: "Access token, if it wants one", "访问令牌（如需要）";
    REMEMBER_ADDRESS: "Remember this address in this browser", "在此浏览器中记住该地址";
    GATEWAY_ACCESS: "Access token of this page's gateway", "本页网关的访问令牌";

    // Where requests go.
    THROUGH_GATEWAY: "Requests go through this page's gateway to", "请求经本页网关发送至";
    WITHIN_GATEWAY: "Requests go to this page's gateway and no further: its data is made up.", "请求只到达本页网关，不再外发：其数据均为虚构。";
    DIRECTLY: "This page has no gateway, so requests go to UCloud directly. Its API most likely lets no other page read its answers (CORS); then open the page through its gateway.", "本页没有网关，请求将直接发送至 UCloud。其 API 很可能不允许其他页面读取响应（CORS），此时请通过网关打开本页。";

    // Trying.
    TEST_AND_CONNECT: "Test and connect", "测试并连接";
    TESTING: "Testing…", "测试中…";
    KEYS_NEEDED: "Enter both keys of a pair.", "请输入一对完整的公钥和私钥。";
    TOKEN_UNUSABLE: "The token holds a character that no request can carry. Copy it again.", "令牌中含有无法随请求发送的字符，请重新复制。";
    NOT_AN_ADDRESS: "This is not an address. Enter one such as https://sign.example.com/sign.", "这不是有效地址，请输入如 https://sign.example.com/sign 的地址。";
    NOT_ENCRYPTED: "Use an address that begins with https://, or with http:// if the endpoint runs on this machine.", "地址须以 https:// 开头；仅在本机运行的签名服务可使用 http://。";
    MAY_HOLD_SECRET: "Leave user, query and fragment out of the address; a token has its own field.", "地址中请勿包含用户名、查询参数或片段，令牌请填入单独的输入框。";
    FORGET: "Disconnect", "断开连接";
    CLOSE: "Close", "关闭";
    COPY_DETAIL: "Copy the technical detail", "复制技术信息";

    // What kept an answer away.
    UNREACHABLE: "No readable answer came back: the network is down, or the answer was kept from this page. Check the connection and that the gateway runs.", "没有收到可读的响应：网络中断，或响应被浏览器拦截。请检查网络以及网关是否在运行。";
    SERVICE_UNREACHABLE: "Nothing readable came back: the network is down, or the browser kept the answer from this page (CORS). UCloud's API most likely lets no other page read its answers; then open this page through its gateway.", "没有收到可读的响应：网络中断，或浏览器拦截了响应（CORS）。UCloud 的 API 很可能不允许其他页面读取响应，此时请通过网关打开本页。";
    ENDPOINT_UNREACHABLE: "The signing endpoint gave no readable answer: it does not run, its address is another one, or it does not allow this page's origin (CORS). Check the address and its list of origins.", "签名服务没有可读的响应：服务未运行、地址有误，或未允许本页的来源（CORS）。请检查地址及其允许的来源。";
    ENDPOINT_NOT_LISTED: "This page may not call the signing endpoint, because its gateway does not list it. Start the gateway with this option.", "本页网关未将该签名服务列入允许访问的地址。请使用以下选项启动网关。";
    TIMED_OUT: "No answer came within the time limit. Try again; if it stays so, check the network, or load fewer regions at once.", "请求超时。请重试；若持续超时，请检查网络，或减少同时加载的地域。";
    NO_GATEWAY: "The server of this page is no gateway. Open the page through its gateway, or connect with a key pair or a signing endpoint.", "本页的服务器不是网关。请通过网关打开本页，或使用密钥对、签名服务连接。";
    NOT_IN_SAMPLE: "The sample data beside this page does not hold this. Go back to what it holds, or connect to ask UCloud.", "本页附带的示例数据不包含此内容。请返回示例范围，或连接后向 UCloud 查询。";
    NO_CREDENTIALS: "The gateway does not sign for this product. Connect with a key pair.", "网关不为该产品签名，请使用密钥对连接。";
    TOKEN_MISSING: "The gateway of this page wants its access token. Enter it, then try again.", "本页网关需要访问令牌，请输入后重试。";
    TOKEN_WRONG: "That is not the access token of this page's gateway. Ask whoever runs it.", "访问令牌不正确，请联系本页网关的管理者。";
    FOREIGN: "The gateway does not answer pages under this address. Whoever runs it can allow that with --host or --allow-origin.", "网关不接受来自此地址的页面。其管理者可用 --host 或 --allow-origin 允许。";
    TOO_OFTEN: "Too many requests in a short time. Wait a moment, then try again.", "短时间内请求过多，请稍等片刻再试。";
    ACTION_NOT_ALLOWED: "The gateway does not let this action through. Page and gateway may be of different versions.", "网关不允许此操作，页面与网关的版本可能不一致。";
    UPSTREAM_FAILED: "The gateway could not reach UCloud. Check its network, then try again.", "网关无法访问 UCloud，请检查其网络后重试。";
    GATEWAY_BUSY: "The gateway is busy. Try again in a moment.", "网关繁忙，请稍后重试。";
    GATEWAY_REFUSED: "The gateway refused the request. Its log says why.", "网关拒绝了请求，原因见其日志。";
    ENDPOINT_NO_KEY: "The signing endpoint holds no key for this product.", "签名服务没有该产品的密钥。";
    ENDPOINT_TOKEN: "The signing endpoint wants an access token, or another one. Enter the right one, then try again.", "签名服务需要访问令牌，或令牌不正确。请输入正确的令牌后重试。";
    ENDPOINT_FOREIGN: "The signing endpoint does not allow pages of this origin. Whoever runs it can add the origin to its list.", "签名服务不允许本页的来源。其管理者可将该来源加入允许列表。";
    ENDPOINT_NOT_FOUND: "Nothing signs at this address. Check its path; that of a gateway ends in /sign.", "该地址不提供签名。请检查路径；网关的路径以 /sign 结尾。";
    ENDPOINT_REFUSED: "The signing endpoint refused to sign. Its log says why.", "签名服务拒绝了签名，原因见其日志。";
    NOT_A_SIGNATURE: "What came back is not a signature, which is JSON with PublicKey and Signature. Check that the address is that of a signing endpoint.", "返回内容不是签名（含 PublicKey 与 Signature 的 JSON）。请确认该地址是签名服务。";
    SERVICE_REFUSED: "UCloud did not take the request. Try again in a moment.", "UCloud 未接受该请求，请稍后重试。";
    BORROWED_KEY: "This product takes only keys of its own, and the other product's was tried. Connect with its own key pair as well.", "该产品只接受自己的密钥，此次使用的是另一产品的密钥。请同时填写该产品的密钥对。";
    NOT_AN_ANSWER: "What came back is not an answer of UCloud, or was cut short on its way. Try again.", "返回内容不是 UCloud 的响应，或在传输中被截断，请重试。";
}

/// What people call a product.
#[must_use]
pub fn product(product: Product) -> &'static str {
    match product {
        Product::UCloud => "UCloud",
        Product::CompShare => "CompShare",
    }
}

/// With the call's name: `UCloud for the list of regions (GetRegion)`.
fn asks(product: Product, action: &str, lang: Lang) -> String {
    match (product, lang) {
        (Product::UCloud, Lang::En) => format!("UCloud for the list of regions ({action})"),
        (Product::UCloud, Lang::Zh) => format!("UCloud 的地域列表（{action}）"),
        (Product::CompShare, Lang::En) => format!("CompShare for the list of zones ({action})"),
        (Product::CompShare, Lang::Zh) => format!("CompShare 的可用区列表（{action}）"),
    }
}

/// The sentence that names every call of a test.
#[must_use]
pub fn test_asks(asked: &[(Product, &str)], lang: Lang) -> String {
    let asked: Vec<_> =
        asked.iter().map(|(product, action)| asks(*product, action, lang)).collect();
    match lang {
        Lang::En => format!("The test asks {}.", asked.join(" and ")),
        Lang::Zh => format!("测试将查询 {}。", asked.join("和 ")),
    }
}

/// That a product answered: `33 regions`.
#[must_use]
pub fn works(product: Product, count: usize, lang: Lang) -> String {
    match (product, lang, count) {
        (Product::UCloud, Lang::En, 1) => "1 region".to_owned(),
        (Product::UCloud, Lang::En, _) => format!("{count} regions"),
        (Product::UCloud, Lang::Zh, _) => format!("{count} 个地域"),
        (Product::CompShare, Lang::En, 1) => "1 zone".to_owned(),
        (Product::CompShare, Lang::En, _) => format!("{count} zones"),
        (Product::CompShare, Lang::Zh, _) => format!("{count} 个可用区"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_test_asks_and_finds_is_said_in_both_languages() {
        use Product::{CompShare, UCloud};
        for (product, lang, asked, found) in [
            (UCloud, Lang::En, "The test asks UCloud for the list of regions (X).", "3 regions"),
            (UCloud, Lang::Zh, "测试将查询 UCloud 的地域列表（X）。", "3 个地域"),
            (CompShare, Lang::En, "The test asks CompShare for the list of zones (X).", "3 zones"),
            (CompShare, Lang::Zh, "测试将查询 CompShare 的可用区列表（X）。", "3 个可用区"),
        ] {
            assert_eq!(test_asks(&[(product, "X")], lang), asked);
            assert_eq!(works(product, 3, lang), found);
        }
        assert_eq!(
            test_asks(&[(UCloud, "X"), (CompShare, "Y")], Lang::En),
            "The test asks UCloud for the list of regions (X) and CompShare for the list of zones (Y)."
        );
        assert_eq!(works(UCloud, 1, Lang::En), "1 region");
        assert_eq!(works(CompShare, 1, Lang::En), "1 zone");
    }
}
