//! What a function says, written anew.

use std::cmp::Reverse;

use wasm_encoder::reencode::{Reencode, utils};
use wasm_encoder::{Function, Instruction};
use wasmparser::{Operator, ValType};

use super::{Absent, Error, at, functions::Declared};

/// A function with its locals by use, and with the new places of the functions that it names.
pub(super) fn written(function: &Declared<'_>, places: &[u32]) -> Result<Function, Error> {
    let (types, locals) = locals_by_use(function)?;
    let mut writing = Writing { locals, places };
    let types = types.into_iter().map(|it| writing.val_type(it)).collect::<Result<Vec<_>, _>>()?;
    let mut written = Function::new_with_locals_types(types);
    for operator in function.body.get_operators_reader()? {
        written.instruction(&writing.instruction(operator?)?);
    }
    Ok(written)
}

struct Writing<'a> {
    /// The new index of each parameter and local, by its old one.
    locals: Vec<u32>,
    /// The new index of each function, by its old one.
    places: &'a [u32],
}

impl Reencode for Writing<'_> {
    type Error = Absent;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        at(self.places, function)
    }

    fn instruction<'a>(&mut self, operator: Operator<'a>) -> Result<Instruction<'a>, Error> {
        Ok(match operator {
            Operator::LocalGet { local_index: it } => Instruction::LocalGet(at(&self.locals, it)?),
            Operator::LocalSet { local_index: it } => Instruction::LocalSet(at(&self.locals, it)?),
            Operator::LocalTee { local_index: it } => Instruction::LocalTee(at(&self.locals, it)?),
            _ => utils::instruction(self, operator)?,
        })
    }
}

/// The types of the locals, each type's together and the most used of it first, and where each parameter and local is then. A parameter
/// stays where it is.
fn locals_by_use(function: &Declared<'_>) -> Result<(Vec<ValType>, Vec<u32>), Error> {
    let params = function.params as usize;
    let types = declared(function)?;
    let uses = uses(function, params + types.len())?;
    let mut order = (0..types.len()).collect::<Vec<_>>();
    order.sort_by_key(|&it| (types[it], Reverse(uses[params + it])));
    let mut places = (0..function.params).collect::<Vec<_>>();
    places.resize(params + types.len(), 0);
    for (place, &it) in order.iter().enumerate() {
        places[params + it] = (params + place) as u32;
    }
    Ok((order.iter().map(|&it| types[it]).collect(), places))
}

/// The type of each local of the function that is no parameter.
fn declared(function: &Declared<'_>) -> Result<Vec<ValType>, Error> {
    let mut types = Vec::new();
    for group in function.body.get_locals_reader()? {
        let (count, kind) = group?;
        types.extend((0..count).map(|_| kind));
    }
    Ok(types)
}

/// How often each parameter and local is named.
fn uses(function: &Declared<'_>, locals: usize) -> Result<Vec<u32>, Error> {
    let mut uses = vec![0; locals];
    for operator in function.body.get_operators_reader()? {
        if let Operator::LocalGet { local_index }
        | Operator::LocalSet { local_index }
        | Operator::LocalTee { local_index } = operator?
        {
            let uses = uses.get_mut(local_index as usize);
            *uses.ok_or(Error::UserError(Absent { index: local_index }))? += 1;
        }
    }
    Ok(uses)
}
