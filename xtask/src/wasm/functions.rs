//! The functions of a module, and the order in which they are shipped.

use std::collections::HashMap;

use wasmparser::{CompositeInnerType, FunctionBody, Parser, Payload, TypeRef};

use super::{Error, at, body};

/// The functions of a module: first those that it imports, then its own.
#[derive(Debug, Default)]
pub(super) struct Functions<'a> {
    imported: u32,
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
pub(super) struct Order<'a> {
    /// The new index of each function, by its old one.
    pub(super) places: Vec<u32>,
    /// The module's own functions that are left, in their new order.
    pub(super) kept: Vec<&'a Declared<'a>>,
}

impl<'a> Functions<'a> {
    pub(super) fn of(module: &'a [u8]) -> Result<Self, Error> {
        let (mut functions, mut params, mut types) = (Self::default(), Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::TypeSection(section) => params = params_of(section)?,
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        functions.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(section) => {
                    types = section.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::CodeSectionEntry(body) => {
                    let type_index = at(&types, functions.all.len() as u32)?;
                    let params = at(&params, type_index)?;
                    functions.all.push(Declared { type_index, params, body });
                }
                _ => {}
            }
        }
        Ok(functions)
    }

    /// One of each kind of twins, those of one type together, and what begins alike side by side.
    pub(super) fn order(&self) -> Result<Order<'_>, Error> {
        let said = self.said()?;
        let mut kept = said.iter().zip(&self.all).collect::<Vec<_>>();
        kept.sort_by_key(|(said, _)| *said);
        kept.dedup_by_key(|(said, _)| *said);
        let own = said.iter().map(|it| kept.partition_point(|(kept, _)| *kept < it) as u32);
        Ok(Order { places: self.places(own), kept: kept.into_iter().map(|(_, it)| it).collect() })
    }

    /// The type of each function and what it says when it names the first of twins for all of them: twins are equal here. Functions that
    /// differ only in which twin they call are twins as well, so this goes on until no more are found.
    fn said(&self) -> Result<Vec<(u32, Vec<u8>)>, Error> {
        let mut twins = (0..self.all.len() as u32).collect::<Vec<_>>();
        loop {
            let places = self.places(twins.iter().copied());
            let said = |it: &Declared<'_>| {
                Ok((it.type_index, body::written(it, &places)?.into_raw_body()))
            };
            let said = self.all.iter().map(said).collect::<Result<Vec<_>, Error>>()?;
            let mut firsts = HashMap::new();
            let found = (0..).zip(&said).map(|(it, said)| *firsts.entry(said).or_insert(it));
            let found = found.collect::<Vec<_>>();
            if found == twins {
                return Ok(said);
            }
            twins = found;
        }
    }

    /// The index of each function, those that are imported first, where its own have these places among each other.
    fn places(&self, own: impl Iterator<Item = u32>) -> Vec<u32> {
        (0..self.imported).chain(own.map(|it| self.imported + it)).collect()
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
