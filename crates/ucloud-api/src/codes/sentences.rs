//! What a person is told about a return code.
//!
//! A code that an action of this product can meet has a sentence of its own, which codes of the same meaning share; every
//! other code has the sentence of its class.

use super::{Class, Sentence};

/// The code's own sentence, or else its class's.
pub(super) fn advice(number: i64, class: Class) -> Sentence {
    let is_about = |numbers: &[u32]| numbers.iter().any(|it| i64::from(*it) == number);
    OWN.iter().find(|it| is_about(it.0)).map_or_else(|| of_class(class), |it| it.1)
}

#[rustfmt::skip]
const fn of_class(class: Class) -> Sentence {
    match class {
        Class::Retry => say("UCloud could not finish the request. Try again in a moment.", "UCloud 未能完成请求，请稍后重试。"),
        Class::RetrySlow => say("UCloud is still busy with this. Wait half a minute, then try again.", "UCloud 仍在处理中，请等待半分钟后重试。"),
        Class::Auth => say("UCloud does not allow this request with this key. Check the key and its permissions in the console.", "UCloud 不允许此密钥发出该请求。请在控制台检查密钥及其权限。"),
        Class::Param => say("A parameter is missing or has a value that UCloud does not accept. Check region, zone, project and request parameters.", "缺少参数或参数值不被接受。请检查地域、可用区、项目和请求参数。"),
        Class::Bug => say("UCloud does not understand the request. This is a fault of the page; please report it.", "UCloud 无法理解该请求。这是页面的缺陷，请反馈给我们。"),
        Class::State => say("The resource is in a state that does not allow this. Look at it in the console, then load the list again.", "资源当前的状态不允许此操作。请在控制台查看后重新加载列表。"),
        Class::Quota => say("A quota of the account is used up. Free some of it, or ask UCloud to raise it.", "账号配额已用完。请释放部分资源，或向 UCloud 申请提高配额。"),
        Class::Billing => say("The account has an open bill or an expired order. Settle it in the console, then try again.", "账号存在未结清的账单或已到期的订单。请在控制台处理后重试。"),
        Class::Support => say("UCloud met an internal fault that another try will not mend. Send its support the code and the request id.", "UCloud 内部出错，重试无法解决。请将返回码和请求 ID 提供给技术支持。"),
        Class::Unknown => say("UCloud refused the request with a code for which its documents give no advice. Read its own message; if it stays so, send its support the code and the request id.", "官方文档未说明如何处理此返回码。请查看原始消息；若反复出现，请将返回码和请求 ID 提供给技术支持。"),
    }
}

/// In the order of their first numbers.
#[rustfmt::skip]
const OWN: &[(&[u32], Sentence)] = &[
    (&[110], say("UCloud took longer than 60 seconds to answer. Try again.", "UCloud 超过 60 秒未响应，请重试。")),
    (&[130], say("UCloud's gateway could not check the request. Try again in a moment.", "UCloud 网关暂时无法校验请求，请稍后重试。")),
    (&[150], say("The service is not available right now. Try again in a moment.", "服务暂不可用，请稍后重试。")),
    (&[153], say("Too many requests in a short time. Wait a little, then try again.", "请求过于频繁，请稍等片刻再试。")),
    (&[160], say("The request did not name an action. This is a fault of the page; please report it.", "请求缺少 Action。这是页面的缺陷，请反馈给我们。")),
    (&[161, 43026], say("This region does not know the requested action: the product may not be open there. Choose another region.", "该地域不支持此接口，产品可能尚未在此开放。请选择其他地域。")),
    (&[170], say("The request reached UCloud unsigned. Connect with a key pair or a gateway that signs.", "请求未签名。请使用密钥对连接，或使用可签名的网关。")),
    (&[171], say("The signature does not match: the private key is not the one that belongs to this public key. Copy both keys again from the console.", "签名错误：私钥与公钥不匹配。请从控制台重新复制两者。")),
    (&[172], say("UCloud does not know this public key. Copy it again from the console; it may have been deleted or replaced.", "UCloud 不认识此公钥。请从控制台重新复制；它可能已被删除或更换。")),
    (&[174, 43004, 43005], say("The temporary token is unknown or has expired. Get a new one and connect again.", "临时令牌不存在或已过期，请重新获取后再连接。")),
    (&[230], say("A parameter is not available here, most often a zone that lies in another region. Check region and zone.", "参数在此不可用，通常是可用区不属于该地域。请检查地域和可用区。")),
    (&[292], say("This project does not exist for the account. Choose another project.", "该账号下不存在此项目，请选择其他项目。")),
    (&[293], say("The account has no permission for this zone. Leave it out or ask the account's owner.", "该账号没有此可用区的权限。请移除它或联系账号所有者。")),
    (&[294], say("UCloud refuses requests from this IP address. Add it to the account's API allow-list, or connect from an address that is on it.", "UCloud 拒绝来自此 IP 的请求。请将其加入账号的 API 白名单，或更换网络出口。")),
    (&[295], say("The account's security lock refused the request. Unlock it in the console.", "账号的安全锁校验未通过，请在控制台处理。")),
    (&[299], say("The key has no permission for this action. Ask the account's owner for read access to images.", "此密钥没有该操作的权限，请向账号所有者申请镜像的只读权限。")),
    (&[8025, 8031, 8041, 8826, 8828, 8829], say("UHost could not look up what was asked for. Try again in a moment.", "云主机服务未能获取所需信息，请稍后重试。")),
    (&[8226, 226_606], say("The account's owner is not verified yet. Complete the real-name verification in the console, then try again.", "账号尚未实名认证。请在控制台完成认证后重试。")),
    (&[8300], say("Access to this resource has not been granted. Ask the account's owner to grant it.", "此资源的访问未获授权，请联系账号所有者授权。")),
    (&[8429], say("The CompShare account is overdue. Top it up in the console, then try again.", "优云智算账号已欠费。请在控制台充值后重试。")),
    (&[8433], say("CompShare met a fault of its own. If its message names US3, enable US3 in the console; otherwise contact its support.", "优云智算服务出错。若消息提到 US3，请先在控制台开通 US3；否则请联系技术支持。")),
    (&[8846], say("No usable image has this id here. Choose an available image of the region.", "此处没有该 ID 对应的可用镜像，请选择该地域内可用的镜像。")),
    (&[8857], say("UHost took too long to look up what was asked for. Try again in a moment.", "云主机服务获取信息超时，请稍后重试。")),
    (&[8874], say("UHost could not look up the image. Try again in a moment.", "云主机服务未能获取该镜像，请稍后重试。")),
    (&[8889], say("UHost could not list the images. Try again in a moment.", "云主机服务未能获取镜像列表，请稍后重试。")),
    (&[8956], say("This image no longer exists, or is not a custom image of the account. Load the list again.", "该镜像已不存在，或不是此账号的自定义镜像。请重新加载列表。")),
    (&[43000, 43019, 43020], say("The Docker image service of this region did not answer. Try again in a moment.", "该地域的 Docker 镜像服务没有响应，请稍后重试。")),
    (&[43023], say("This image bucket does not exist or could not be read. Choose another bucket of the region.", "该镜像仓库不存在或无法读取，请选择该地域的其他仓库。")),
    (&[43025], say("A bucket's name has 4 to 30 lower-case letters, digits or underscores. Correct it and try again.", "镜像仓库名称由 4 到 30 位小写字母、数字或下划线组成。请更正后重试。")),
    (&[43027], say("This host does not answer for Docker images, only api.ucloud.cn does. Check where the gateway sends requests.", "此地址不提供 Docker 镜像接口，仅 api.ucloud.cn 提供。请检查网关的上游地址。")),
    (&[214_001], say("UCloud could not read the type of a parameter. This is a fault of the page; please report it.", "UCloud 无法解析参数类型。这是页面的缺陷，请反馈给我们。")),
];

const fn say(en: &'static str, zh: &'static str) -> Sentence {
    Sentence { en, zh }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written() -> impl Iterator<Item = Sentence> {
        OWN.iter().map(|it| it.1).chain(Class::ALL.iter().map(|it| of_class(*it)))
    }

    #[test]
    fn every_sentence_is_whole_in_both_languages() {
        for Sentence { en, zh } in written() {
            assert!(en.is_ascii() && en.ends_with('.') && en.matches(". ").count() < 2, "{en}");
            assert!(zh.ends_with('。') && zh.matches('。').count() <= 2, "{zh}");
            assert!(!zh.contains([',', ';', ':']), "{zh} has punctuation of another script");
        }
    }

    #[test]
    fn no_sentence_is_written_twice_and_each_code_has_one() {
        let mut texts: Vec<_> = written().flat_map(|it| [it.en, it.zh]).collect();
        let mut numbers: Vec<_> = OWN.iter().flat_map(|it| it.0).collect();
        let counts = (texts.len(), numbers.len());
        texts.sort_unstable();
        texts.dedup();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!((texts.len(), numbers.len()), counts);
    }

    #[test]
    fn rows_stand_in_the_order_of_their_first_numbers() {
        assert!(OWN.is_sorted_by_key(|it| it.0.first()));
    }
}
