//! What has to be known of a WebAssembly module here: that it is a row of sections, and that a browser reads no custom ones.

/// Magic and version.
const HEADER: usize = 8;
/// The number of a custom section.
const CUSTOM: u8 = 0;

/// The module without its custom sections: names of functions, relocations and the like, most of what the linker writes. Nothing if it is
/// no module.
pub(crate) fn without_custom_sections(module: &[u8]) -> Option<Vec<u8>> {
    let (header, mut rest) = module.split_at_checked(HEADER)?;
    let mut kept = header.to_vec();
    while let Some((&number, behind)) = rest.split_first() {
        let (len, len_bytes) = number_in(behind)?;
        let (section, next) = rest.split_at_checked(1 + len_bytes + len)?;
        if number != CUSTOM {
            kept.extend(section);
        }
        rest = next;
    }
    Some(kept)
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

    fn check(sections: &[&[u8]], expected: Option<&[&[u8]]>) {
        let module =
            |sections: &[&[u8]]| [b"\0asm\x01\0\0\0", sections.concat().as_slice()].concat();
        assert_eq!(
            without_custom_sections(&module(sections)),
            expected.map(module),
            "{sections:?}"
        );
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
}
