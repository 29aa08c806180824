//! References of container images, such as `ucsdr.ucloud.cn:5000/ucs/helloworld:6`.

/// The parts of an image's reference, which need not all be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference<'a> {
    /// Host of the registry, with its port.
    pub host: Option<&'a str>,
    /// What stands between host and tag: bucket or repository, and image.
    pub path: &'a str,
    /// The tag.
    pub tag: Option<&'a str>,
}

impl<'a> Reference<'a> {
    /// Reads a reference. A first part with a dot or a colon, before a slash, is the host; a colon after the last slash begins the tag;
    /// what stands behind an `@` is a digest and no part of the path.
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        let text = text.split_once("://").map_or(text, |it| it.1);
        let text = text.split_once('@').map_or(text, |it| it.0);
        let is_host = |part: &str| part.contains(['.', ':']);
        let (host, rest) = match text.split_once('/') {
            Some((first, rest)) if is_host(first) => (Some(first), rest),
            _ => (None, text),
        };
        let rest = rest.trim_matches('/');
        let tag = rest.rsplit_once(':').filter(|(_, tag)| !tag.contains('/'));
        let (path, tag) = tag.map_or((rest, None), |(path, tag)| (path, Some(tag)));
        Self { host, path, tag }
    }

    /// The bucket in a bucket's name, which may be a whole reference of one of its images.
    #[must_use]
    pub fn bucket_of(name: &'a str) -> &'a str {
        let path = Self::parse(name).path;
        path.split_once('/').map_or(path, |(bucket, _)| bucket)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, host: Option<&str>, path: &str, tag: Option<&str>, bucket: &str) {
        assert_eq!(Reference::parse(text), Reference { host, path, tag });
        assert_eq!(Reference::bucket_of(text), bucket, "{text}");
    }

    #[test]
    fn parts_are_told_apart() {
        check("ucs", None, "ucs", None, "ucs");
        check("ucs/helloworld", None, "ucs/helloworld", None, "ucs");
        let host = Some("ucsdr.ucloud.cn:5000");
        check("ucsdr.ucloud.cn:5000/ucs/helloworld:6", host, "ucs/helloworld", Some("6"), "ucs");
        check("ucsdr.ucloud.cn:5000/ucs/helloworld", host, "ucs/helloworld", None, "ucs");
        check("ucsdr.ucloud.cn:5000/ucs", host, "ucs", None, "ucs");
        check("library/harbor_ui:160615.8", None, "library/harbor_ui", Some("160615.8"), "library");
        check("https://ucsdr.ucloud.cn:5000/ucs/a", host, "ucs/a", None, "ucs");
        check("ucsdr.ucloud.cn:5000/ucs/a@sha256:ab", host, "ucs/a", None, "ucs");
        check("/ucs/a/", None, "ucs/a", None, "ucs");
        check("", None, "", None, "");
    }
}
