//! What has to be known of a WebAssembly module here: that it is a row of sections, that a browser reads no custom ones, and what one names
//! that it imports.

/// Magic and version.
const HEADER: usize = 8;
/// The number of a custom section.
const CUSTOM: u8 = 0;
/// The number of the section of imports.
const IMPORT: u8 = 2;
/// The kind of an import that is a function.
const FUNCTION: u8 = 0;

/// The module without its custom sections: names of functions, relocations and the like, most of what the linker writes. Nothing if it is
/// no module.
pub(crate) fn without_custom_sections(module: &[u8]) -> Option<Vec<u8>> {
    let (header, sections) = sections(module)?;
    let kept = sections.iter().filter(|it| it.number != CUSTOM).map(|it| it.whole);
    Some([header].into_iter().chain(kept).collect::<Vec<_>>().concat())
}

/// The module with a number for the name of each function that it imports `from` there, and the names that stood there, by number. Nothing
/// if it is no module, or if what it imports is anything but functions.
pub(crate) fn with_numbered_imports(module: &[u8], from: &str) -> Option<(Vec<u8>, Vec<String>)> {
    let (header, sections) = sections(module)?;
    let (mut numbered, mut names) = (header.to_vec(), Vec::new());
    for section in sections {
        if section.number == IMPORT {
            let content = numbered_imports(section.content, from, &mut names)?;
            numbered.push(IMPORT);
            push_sized(&mut numbered, &content);
        } else {
            numbered.extend(section.whole);
        }
    }
    Some((numbered, names))
}

struct Section<'a> {
    number: u8,
    content: &'a [u8],
    /// With its number and length.
    whole: &'a [u8],
}

fn sections(module: &[u8]) -> Option<(&[u8], Vec<Section<'_>>)> {
    let (header, mut rest) = module.split_at_checked(HEADER)?;
    let mut sections = Vec::new();
    while let Some((&number, behind)) = rest.split_first() {
        let (content, next) = sized(behind)?;
        let (whole, _) = rest.split_at_checked(rest.len() - next.len())?;
        sections.push(Section { number, content, whole });
        rest = next;
    }
    Some((header, sections))
}

fn numbered_imports(content: &[u8], from: &str, names: &mut Vec<String>) -> Option<Vec<u8>> {
    let (count, count_bytes) = number_in(content)?;
    let (start, mut rest) = content.split_at_checked(count_bytes)?;
    let mut numbered = start.to_vec();
    for _ in 0..count {
        let (module, behind) = sized(rest)?;
        let (name, behind) = sized(behind)?;
        let (&FUNCTION, its_type) = behind.split_first()? else { return None };
        let (function, next) = behind.split_at_checked(1 + number_in(its_type)?.1)?;
        push_sized(&mut numbered, module);
        if module == from.as_bytes() {
            push_sized(&mut numbered, names.len().to_string().as_bytes());
            names.push(String::from_utf8(name.to_vec()).ok()?);
        } else {
            push_sized(&mut numbered, name);
        }
        numbered.extend(function);
        rest = next;
    }
    Some(numbered)
}

/// What stands behind its own length, and what follows it.
fn sized(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (len, len_bytes) = number_in(bytes)?;
    bytes.split_at_checked(len_bytes)?.1.split_at_checked(len)
}

fn push_sized(to: &mut Vec<u8>, content: &[u8]) {
    let mut len = content.len();
    while len > 0x7f {
        to.push((len & 0x7f) as u8 | 0x80);
        len >>= 7;
    }
    to.push(len as u8);
    to.extend(content);
}

/// An unsigned LEB128 number, and how many bytes it takes.
fn number_in(bytes: &[u8]) -> Option<(usize, usize)> {
    let last = bytes.iter().take(5).position(|it| it & 0x80 == 0)?;
    let digits = bytes.iter().take(last + 1).enumerate();
    let number = digits.map(|(place, it)| usize::from(it & 0x7f) << (7 * place)).sum();
    Some((number, last + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(sections: &[&[u8]]) -> Vec<u8> {
        [b"\0asm\x01\0\0\0", sections.concat().as_slice()].concat()
    }

    fn check(sections: &[&[u8]], expected: Option<&[&[u8]]>) {
        let found = without_custom_sections(&module(sections));
        assert_eq!(found, expected.map(module), "{sections:?}");
    }

    #[test]
    fn custom_sections_go_and_others_stay() {
        let (types, name, long) =
            (&[1, 2, 7, 7][..], &[0, 1, 9][..], [&[0, 0x80, 1][..], &[5; 128]].concat());
        check(&[], Some(&[]));
        check(&[types], Some(&[types]));
        check(&[name, types, name], Some(&[types]));
        check(&[&long, types], Some(&[types]));
        check(&[&[3, 0x81, 0x80, 0, 4]], Some(&[&[3, 0x81, 0x80, 0, 4]]));
    }

    #[test]
    fn what_is_cut_off_is_no_module() {
        check(&[&[1, 2, 7]], None);
        check(&[&[1]], None);
        check(&[&[1, 0x80]], None);
        assert_eq!(without_custom_sections(b"\0asm"), None);
    }

    /// A section of imports, each of a module by a name.
    fn imports(of: &[(&str, &str, &[u8])]) -> Vec<u8> {
        let mut content = vec![of.len() as u8];
        for (module, name, kind) in of {
            push_sized(&mut content, module.as_bytes());
            push_sized(&mut content, name.as_bytes());
            content.extend(*kind);
        }
        let mut section = vec![IMPORT];
        push_sized(&mut section, &content);
        section
    }

    #[test]
    fn functions_of_one_module_are_numbered() {
        let (of_type_3, of_type_300, other) =
            (&[FUNCTION, 3][..], &[FUNCTION, 0xac, 2][..], &[1, 2, 7, 7][..]);
        let long = "x".repeat(200);
        let named =
            [("./a", &*long, of_type_3), ("./b", "wait", of_type_3), ("./a", "now", of_type_300)];
        let numbered =
            [("./a", "0", of_type_3), ("./b", "wait", of_type_3), ("./a", "1", of_type_300)];
        let (named, numbered) = (imports(&named), imports(&numbered));
        let found = with_numbered_imports(&module(&[other, &named, other]), "./a");
        let names = vec![long, "now".to_owned()];
        assert_eq!(found, Some((module(&[other, &numbered, other]), names)));
        let whole = module(&[other]);
        assert_eq!(with_numbered_imports(&whole, "./a"), Some((whole, Vec::new())));
    }

    #[test]
    fn what_is_imported_must_be_functions() {
        let memory = imports(&[("./a", "memory", &[2, 0, 1])]);
        let cut_off = [IMPORT, 4, 1, 1, b'a', 9];
        assert_eq!(with_numbered_imports(&module(&[&memory]), "./a"), None);
        assert_eq!(with_numbered_imports(&module(&[&cut_off]), "./a"), None);
    }
}
