//! Writes a model in the format that `sorot::detect::names::model` reads.

use crate::crf::Trained;
use crate::lists::{Entries, Lists};
use crate::prepare::Prepared;
use sorot::detect::names::model::MAGIC;
use sorot::detect::names::states::N_STATES;
use sorot::lang::LanguageId;

/// How weights are made small.
#[derive(Clone, Copy)]
pub struct Packing {
    /// What one unit is worth.
    pub step: f32,
    /// A weight below this is left out.
    pub least: f32,
    /// See `NameModel::sharpness`.
    pub sharpness: f32,
}

/// Finer steps weigh half as much again and read no better.
pub const PACKING: Packing = Packing { step: 0.11, least: 0.11, sharpness: 1.0 };

pub fn pack(language: LanguageId, lists: &Lists, prepared: &Prepared, trained: &Trained, packing: Packing) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend(language.tag().as_bytes());
    bytes.extend(packing.step.to_le_bytes());
    bytes.extend(packing.sharpness.to_le_bytes());
    let units = |weight: f32, most: f32| (weight / packing.step).round().clamp(-most, most);
    for weight in trained.transitions.iter().flatten() {
        bytes.extend((units(*weight, 3000.0) as i16).to_le_bytes());
    }
    list(&mut bytes, &lists.words);
    list(&mut bytes, &lists.phrases);
    list(&mut bytes, &lists.usage);
    let mut rows: Vec<(u32, [i8; N_STATES])> = Vec::new();
    for (feature, weights) in prepared.shared.iter().zip(&trained.weights) {
        let packed = weights.map(|weight| if weight.abs() < packing.least { 0 } else { units(weight, 127.0) as i8 });
        if packed.iter().any(|weight| *weight != 0) {
            rows.push((*feature, packed));
        }
    }
    rows.sort_unstable_by_key(|(feature, _)| *feature);
    number(&mut bytes, rows.len() as u32);
    keys(&mut bytes, rows.iter().map(|(feature, _)| *feature));
    for (_, weights) in &rows {
        let mask = weights.iter().enumerate().filter(|(_, weight)| **weight != 0).fold(0, |mask, (state, _)| mask | 1 << state);
        number(&mut bytes, mask);
    }
    bytes.extend(rows.iter().flat_map(|(_, weights)| weights).filter(|weight| **weight != 0).map(|weight| *weight as u8));
    bytes
}

fn list(bytes: &mut Vec<u8>, entries: &Entries) {
    number(bytes, entries.len() as u32);
    keys(bytes, entries.keys().copied());
    bytes.extend(entries.values());
}

fn keys(bytes: &mut Vec<u8>, keys: impl Iterator<Item = u32>) {
    let mut last = 0;
    for key in keys {
        number(bytes, key - last);
        last = key;
    }
}

/// Unsigned LEB128.
fn number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}
