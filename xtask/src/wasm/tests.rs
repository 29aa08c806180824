use wasm_encoder::{
    CodeSection, CustomSection, EntityType, ExportKind, ExportSection, Function, FunctionSection,
    ImportSection, Instruction::*, Module, TypeSection, ValType,
};

use super::*;

/// The function of the glue that the module imports, and the first of its own.
const IMPORTED: u32 = 0;
const FIRST: u32 = 1;

type Body<'a> = (u32, &'a [ValType], &'a [wasm_encoder::Instruction<'a>]);

/// A module of functions without parameters (type 0) or with one (type 1), of which the last is exported.
fn module(bodies: &[Body<'_>]) -> Vec<u8> {
    let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
    types.ty().function([], []);
    types.ty().function([ValType::I32], []);
    imports.import("./glue.js", "now_1f2e3d", EntityType::Function(0));
    imports.import("other", "memory", memory());
    let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
    for (kind, locals, instructions) in bodies {
        functions.function(*kind);
        let mut function = Function::new_with_locals_types(locals.iter().copied());
        for instruction in *instructions {
            function.instruction(instruction);
        }
        code.function(function.instruction(&End));
    }
    let mut exports = ExportSection::new();
    exports.export("last", ExportKind::Func, bodies.len() as u32);
    let name = CustomSection { name: "name".into(), data: (&[7; 300][..]).into() };
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&exports);
    module.section(&code).section(&name);
    module.finish()
}

fn memory() -> EntityType {
    EntityType::Memory(wasm_encoder::MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    })
}

/// Holds what becomes of the functions, and the place of the exported one, against what should.
fn check(bodies: &[Body<'_>], expected: &[Body<'_>], exported: u32) {
    let packed = packed(&module(bodies), None).unwrap().module;
    let functions = Functions::of(&packed).unwrap();
    let (expected, mut export) = (module(expected), None);
    let expected = Functions::of(&expected).unwrap();
    let said = |it: &Functions<'_>| {
        it.all.iter().map(|it| (it.type_index, it.body.as_bytes().to_vec())).collect::<Vec<_>>()
    };
    assert_eq!(said(&functions), said(&expected), "{bodies:?}");
    for payload in Parser::new(0).parse_all(&packed) {
        if let wasmparser::Payload::ExportSection(section) = payload.unwrap() {
            export = section.into_iter().next().map(|it| it.unwrap().index);
        }
    }
    assert_eq!(export, Some(exported), "{bodies:?}");
}

#[test]
fn functions_of_a_type_stand_together_and_in_the_order_of_what_they_say() {
    let (nop, drop) = ((0, &[][..], &[Nop][..]), (0, &[][..], &[I32Const(1), Drop][..]));
    let get = (1, &[][..], &[LocalGet(0), Drop][..]);
    check(&[nop], &[nop], FIRST);
    check(&[get, nop], &[nop, get], FIRST);
    check(&[drop, get, nop], &[nop, drop, get], FIRST);
    check(&[nop, drop, get], &[nop, drop, get], FIRST + 2);
}

#[test]
fn who_calls_a_function_finds_it_where_it_is_then() {
    let (nop, get) = ((0, &[][..], &[Nop][..]), (1, &[][..], &[LocalGet(0), Drop][..]));
    let calls = |it: u32| [I32Const(1), Call(it), Call(IMPORTED)];
    let (before, after) = (calls(FIRST), calls(FIRST + 1));
    check(&[get, (1, &[], &before), nop], &[nop, get, (1, &[], &after)], FIRST);
}

#[test]
fn of_twins_one_is_left() {
    let nop = (0, &[][..], &[Nop][..]);
    let (first, second) = ([Call(FIRST)], [Call(FIRST + 1)]);
    check(&[nop, nop], &[nop], FIRST);
    check(&[nop, (1, &[], &[Nop])], &[nop, (1, &[], &[Nop])], FIRST + 1);
    // Those who call one of them each are twins as well.
    let callers = [nop, nop, (0, &[], &first), (0, &[], &second)];
    check(&callers, &[nop, (0, &[], &first)], FIRST + 1);
}

#[test]
fn the_most_used_local_comes_first_of_its_type() {
    use ValType::{F32, I32};
    let of = |a: u32, b: u32, c: u32| {
        [
            LocalGet(0),
            LocalSet(a),
            F32Const(0.0.into()),
            LocalSet(b),
            LocalGet(c),
            LocalTee(c),
            Drop,
        ]
    };
    let (before, after) = (of(1, 2, 3), of(2, 3, 1));
    check(&[(1, &[I32, F32, I32], &before)], &[(1, &[I32, I32, F32], &after)], FIRST);
}

#[test]
fn what_one_module_gives_is_numbered() {
    let has =
        |module: &[u8], name: &str| module.windows(name.len()).any(|it| it == name.as_bytes());
    let check = |from: &str, names: &[&str]| {
        let packed = packed(&module(&[(0, &[], &[Nop])]), Some(from)).unwrap();
        assert_eq!(packed.names, names, "{from}");
        for name in ["now_1f2e3d", "memory"] {
            assert_eq!(has(&packed.module, name), !names.contains(&name), "{from} {name}");
        }
    };
    check("./glue.js", &["now_1f2e3d"]);
    check("elsewhere", &[]);
    check("other", &["memory"]);
}

#[test]
fn what_no_browser_reads_goes() {
    let module = module(&[(0, &[], &[Nop])]);
    let packed = packed(&module, None).unwrap().module;
    assert_eq!(packed.len(), module.len() - 308);
}

#[test]
fn what_is_cut_off_is_no_module() {
    let module = module(&[(0, &[], &[Nop])]);
    for len in [0, 4, 9, module.len() - 1] {
        assert!(packed(&module[..len], None).is_err(), "{len}");
    }
    assert!(packed(b"<!doctype html>", None).is_err());
}

#[test]
fn what_names_what_it_lacks_is_no_module() {
    let check = |body: Body<'_>| {
        assert!(packed(&module(&[body]), None).is_err(), "{body:?}");
    };
    check((2, &[], &[Nop]));
    check((0, &[], &[Call(FIRST + 1)]));
    check((0, &[], &[LocalGet(0), Drop]));
    check((1, &[ValType::I32], &[LocalGet(2), LocalSet(1)]));
}
