//! Weighs what the detectors found against each other and makes the [`Annotated`] article of it.

mod assemble;
mod checks;
mod coreference;
mod corrections;
mod custom;
mod dates;
mod entities;
mod names;
mod overlaps;
mod reference_date;
mod roles;
mod speakers;

use crate::calendar::DateTime;
use crate::detect::Findings;
use crate::segment::Document;
use crate::{Annotated, Annotation, Corrections, Custom, DateSource, Label, Options};

/// The steps in order; each reads and writes the draft.
const STEPS: &[fn(&mut Draft)] = &[
    reference_date::find,
    overlaps::settle,
    corrections::correct_names,
    dates::resolve,
    entities::group,
    roles::link,
    speakers::attribute,
    coreference::link,
    checks::query,
    custom::take_over,
    corrections::take_away,
];

/// Weighs the findings; the result is sorted and complete.
pub fn resolve(document: &Document, findings: Findings, options: &Options) -> Annotated {
    let mut draft = Draft::new(document, findings, options.date);
    draft.corrections = options.corrections.clone();
    draft.customs = options.custom.clone();
    for step in STEPS {
        step(&mut draft);
    }
    assemble::assemble(draft, options.layers)
}

/// An article on its way from findings to annotations: one list a layer.
pub(crate) struct Draft<'d> {
    pub document: &'d Document<'d>,
    pub date: Option<DateTime>,
    pub date_source: DateSource,
    pub corrections: Corrections,
    pub customs: Vec<Custom>,
    pub findings: Findings,
    pub structure: Vec<Annotation>,
    pub names: Vec<Annotation>,
    pub times: Vec<Annotation>,
    pub numbers: Vec<Annotation>,
    pub quotes: Vec<Annotation>,
    pub roles: Vec<Annotation>,
    pub abbreviations: Vec<Annotation>,
    pub coreference: Vec<Annotation>,
    pub checks: Vec<Annotation>,
    pub custom: Vec<Annotation>,
    pub entities: Vec<Named>,
}

/// An entity before its mentions are counted; annotations point to it by its place in [`Draft::entities`].
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Named {
    pub name: String,
    pub label: Label,
}

impl<'d> Draft<'d> {
    fn new(document: &'d Document<'d>, mut findings: Findings, date: Option<DateTime>) -> Self {
        Self {
            document,
            date,
            date_source: if date.is_some() { DateSource::Reader } else { DateSource::None },
            corrections: Corrections::default(),
            customs: Vec::new(),
            structure: std::mem::take(&mut findings.structure),
            names: std::mem::take(&mut findings.names),
            times: Vec::new(),
            numbers: std::mem::take(&mut findings.amounts),
            quotes: Vec::new(),
            roles: Vec::new(),
            abbreviations: std::mem::take(&mut findings.abbreviations),
            coreference: Vec::new(),
            checks: Vec::new(),
            custom: Vec::new(),
            entities: Vec::new(),
            findings,
        }
    }

    /// All layers, each with its list.
    fn layers(self) -> [Vec<Annotation>; 10] {
        [
            self.structure,
            self.names,
            self.times,
            self.numbers,
            self.quotes,
            self.roles,
            self.abbreviations,
            self.coreference,
            self.checks,
            self.custom,
        ]
    }
}
