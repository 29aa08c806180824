//! The functions of a module, and the order in which they are shipped.

use std::collections::HashMap;

use wasmparser::{CompositeInnerType, FunctionBody, Parser, Payload, TypeRef};

use super::{Error, body};

/// The functions of a module: first those that it imports, then its own.
#[derive(Debug, Default)]
pub(super) struct Functions<'a> {
    imported: usize,
    /// Its own.
    pub(super) all: Vec<Declared<'a>>,
}

#[derive(Debug)]
pub(super) struct Declared<'a> {
    pub(super) type_index: u32,
    pub(super) params: u32,
    pub(super) body: FunctionBody<'a>,
}

/// Where the functions of a module are put.
#[derive(Debug)]
pub(super) struct Order {
    /// The new index of each function, by its old one.
    pub(super) places: Vec<u32>,
    /// The module's own functions that are left, in their new order.
    pub(super) kept: Vec<usize>,
}

impl<'a> Functions<'a> {
    pub(super) fn of(module: &'a [u8]) -> Result<Self, Error> {
        let (mut functions, mut params, mut types) = (Self::default(), Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::TypeSection(section) => params = params_of(section)?,
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        functions.imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(section) => {
                    types = section.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::CodeSectionEntry(body) => {
                    let type_index = types.get(functions.all.len()).copied().unwrap_or_default();
                    let params = params.get(type_index as usize).copied().unwrap_or_default();
                    functions.all.push(Declared { type_index, params, body });
                }
                _ => {}
            }
        }
        Ok(functions)
    }

    /// One of each kind of twins, those of one type together, and what begins alike side by side.
    pub(super) fn order(&self) -> Result<Order, Error> {
        let (bodies, twins) = self.without_twins()?;
        let mut kept = (0..self.all.len()).filter(|&it| twins[it] == it).collect::<Vec<_>>();
        kept.sort_by_key(|&it| (self.all[it].type_index, &bodies[it]));
        let mut own = vec![0; self.all.len()];
        for (place, &it) in kept.iter().enumerate() {
            own[it] = place;
        }
        let own = twins.iter().map(|&it| self.imported + own[it]);
        let places = (0..self.imported).chain(own).map(|it| it as u32).collect();
        Ok(Order { places, kept })
    }

    /// What each function says when it names the first of twins for all of them, and the first that says the same. Functions that differ
    /// only in which twin they call are twins as well, so this goes on until no more are found.
    fn without_twins(&self) -> Result<(Vec<Vec<u8>>, Vec<usize>), Error> {
        let mut twins = (0..self.all.len()).collect::<Vec<_>>();
        loop {
            let own = twins.iter().map(|&it| self.imported + it);
            let places = (0..self.imported).chain(own).map(|it| it as u32).collect::<Vec<_>>();
            let bodies = self.all.iter().map(|it| Ok(body::written(it, &places)?.into_raw_body()));
            let bodies = bodies.collect::<Result<Vec<_>, Error>>()?;
            let mut firsts = HashMap::new();
            let said = self.all.iter().zip(&bodies).enumerate();
            let found = said
                .map(|(it, (function, body))| {
                    *firsts.entry((function.type_index, body)).or_insert(it)
                })
                .collect();
            if found == twins {
                return Ok((bodies, twins));
            }
            twins = found;
        }
    }
}

/// How many parameters each type of function has.
fn params_of(section: wasmparser::TypeSectionReader<'_>) -> Result<Vec<u32>, Error> {
    let mut params = Vec::new();
    for group in section {
        params.extend(group?.into_types().map(|it| match it.composite_type.inner {
            CompositeInnerType::Func(function) => function.params().len() as u32,
            _ => 0,
        }));
    }
    Ok(params)
}
