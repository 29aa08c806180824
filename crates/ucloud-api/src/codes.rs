//! What the return codes of the API mean to the person in front of the page.
//!
//! Source: [public return codes](https://docs.ucloud.cn/api/summary/public), and what official clients met beyond
//! them (210, 230, 214001). The class says what may help; the SDKs' own rule (retry from 2000 upwards) leaves out the very
//! codes that heal by themselves and repeats those that never do.

/// A return code with its class and a sentence that says what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// The value of `RetCode`.
    pub number: i64,
    /// What kind of failure it is.
    pub class: Class,
    /// What happened and what to do about it.
    pub advice: Sentence,
}

/// One sentence in both languages of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

/// What may help against a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Passes by itself: ask again after a moment.
    Retry,
    /// Passes by itself, but only after a longer pause.
    RetrySlow,
    /// Keys or permissions; the same request will always fail.
    Auth,
    /// The request asks for something that is not there.
    Param,
    /// A fault of this program.
    Bug,
    /// No advice is known.
    Unknown,
}

impl Code {
    /// The code of that number; one that no document names gets a general sentence, so that none goes without.
    #[must_use]
    pub fn of(number: i64) -> Self {
        CODES.iter().find(|it| it.number == number).copied().unwrap_or(Self { number, ..UNKNOWN })
    }
}

impl Class {
    /// Whether the very same request may succeed later.
    #[must_use]
    pub fn heals(self) -> bool {
        matches!(self, Self::Retry | Self::RetrySlow)
    }
}

const fn code(number: i64, class: Class, en: &'static str, zh: &'static str) -> Code {
    Code { number, class, advice: Sentence { en, zh } }
}

const UNKNOWN: Code = code(
    -1,
    Class::Unknown,
    "UCloud refused the request with a code that its documents do not explain; its own message says more.",
    "UCloud 以文档未说明的返回码拒绝了请求，详见其原始消息。",
);

#[rustfmt::skip]
const CODES: &[Code] = &[
    code(110, Class::Retry, "UCloud took longer than 60 seconds to answer. Try again.", "UCloud 超过 60 秒未响应，请重试。"),
    code(130, Class::Retry, "UCloud's gateway could not check the request. Try again in a moment.", "UCloud 网关暂时无法校验请求，请稍后重试。"),
    code(150, Class::Retry, "The service is not available right now. Try again in a moment.", "服务暂不可用，请稍后重试。"),
    code(153, Class::RetrySlow, "Too many requests in a short time. Wait a little, then try again.", "请求过于频繁，请稍等片刻再试。"),
    code(160, Class::Bug, "The request did not name an action. This is a fault of the page; please report it.", "请求缺少 Action。这是页面的缺陷，请反馈给我们。"),
    code(161, Class::Bug, "This region does not know the requested action. The product may not be open there.", "该地域不支持此接口，产品可能尚未在此开放。"),
    code(170, Class::Auth, "The request reached UCloud unsigned. Connect with a key pair or a gateway that signs.", "请求未签名。请使用密钥对连接，或使用可签名的网关。"),
    code(171, Class::Auth, "The signature does not match: the private key is not the one that belongs to this public key. Copy both keys again from the console.", "签名错误：私钥与公钥不匹配。请从控制台重新复制两者。"),
    code(172, Class::Auth, "UCloud does not know this public key. Copy it again from the console; it may have been deleted or replaced.", "UCloud 不认识此公钥。请从控制台重新复制；它可能已被删除或更换。"),
    code(174, Class::Auth, "The temporary token is unknown or has expired. Get a new one and connect again.", "临时令牌不存在或已过期，请重新获取后再连接。"),
    code(210, Class::Param, "A parameter is missing or has a value that UCloud does not accept. Check the scope of the view.", "缺少参数或参数值不被接受，请检查查询范围。"),
    code(230, Class::Param, "A parameter is not available here, most often a zone that lies in another region. Check region and zone.", "参数在此不可用，通常是可用区不属于该地域。请检查地域和可用区。"),
    code(292, Class::Param, "This project does not exist for the account. Choose another project.", "该账号下不存在此项目，请选择其他项目。"),
    code(293, Class::Param, "The account has no permission for this zone. Leave it out or ask the account's owner.", "该账号没有此可用区的权限。请移除它或联系账号所有者。"),
    code(294, Class::Auth, "UCloud refuses requests from this IP address. Add it to the account's API allow-list, or connect from an address that is on it.", "UCloud 拒绝来自此 IP 的请求。请将其加入账号的 API 白名单，或更换网络出口。"),
    code(295, Class::Auth, "The account's security lock refused the request. Unlock it in the console.", "账号的安全锁校验未通过，请在控制台处理。"),
    code(299, Class::Auth, "The key has no permission for this action. Ask the account's owner for read access to images.", "此密钥没有该操作的权限，请向账号所有者申请镜像的只读权限。"),
    code(214001, Class::Bug, "UCloud could not read the type of a parameter. This is a fault of the page; please report it.", "UCloud 无法解析参数类型。这是页面的缺陷，请反馈给我们。"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_ascend_and_every_sentence_is_there() {
        assert!(CODES.windows(2).all(|pair| pair[0].number < pair[1].number));
        for it in CODES.iter().chain([&UNKNOWN]) {
            assert!(it.advice.en.ends_with('.') && it.advice.zh.ends_with('。'), "{}", it.number);
        }
    }

    #[test]
    fn classes_decide_about_another_try() {
        for (number, heals) in
            [(150, true), (153, true), (171, false), (230, false), (9_999_999, false)]
        {
            assert_eq!(Code::of(number).class.heals(), heals, "{number}");
        }
    }

    #[test]
    fn an_unknown_code_keeps_its_number() {
        assert_eq!(Code::of(4711).number, 4711);
    }
}
