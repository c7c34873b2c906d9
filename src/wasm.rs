//! The border to the page: the only file that knows JavaScript. Offsets outside are UTF-16 code units.
//!
//! An article crosses as one flat array of numbers and one table of strings, which costs a tenth of objects; what the page
//! asks for rarely (a card) is answered one at a time from the article that was read last.

use crate::calendar::DateTime;
use crate::export::{self, Format};
use crate::lang::LanguageId;
use crate::{
    Annotated, Annotation, Annotator, Correction, Corrections, Custom, DateSource, Label, Layer, Models, Modifier, OffsetMap,
    Options, Span, Unit, Value, Word,
};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

/// Cells of a row, in this order; `from` and `to` are days for a time and a place in the text for the others.
const COLUMNS: &[&str] = &["start", "end", "label", "entity", "confidence", "rule", "value", "detail", "modifier", "from", "to"];

/// Days since 1970 are moved up by this, so that they fit an unsigned cell and 0 is left for "none".
const DAY_ZERO: i64 = 1 << 31;

/// Says on the console why the module stopped; the trap itself tells the page nothing.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
}

/// The names behind the numbers in rows.
#[wasm_bindgen]
pub fn vocabulary() -> Result<JsValue, JsError> {
    #[derive(Serialize)]
    struct LabelName {
        name: &'static str,
        layer: &'static str,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct FormatName {
        name: &'static str,
        extension: &'static str,
        media_type: &'static str,
        leaves_out: &'static str,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Vocabulary {
        columns: &'static [&'static str],
        day_zero: f64,
        layers: Vec<&'static str>,
        labels: Vec<LabelName>,
        modifiers: Vec<&'static str>,
        formats: Vec<FormatName>,
    }
    let format = |format: &Format| {
        let export::About { name, extension, media_type, leaves_out } = format.about();
        FormatName { name, extension, media_type, leaves_out }
    };
    to_js(&Vocabulary {
        columns: COLUMNS,
        day_zero: DAY_ZERO as f64,
        layers: Layer::ALL.iter().map(|layer| layer.name()).collect(),
        labels: Label::ALL.iter().map(|label| LabelName { name: label.name(), layer: label.layer().name() }).collect(),
        modifiers: Modifier::ALL.iter().map(|modifier| modifier.name()).collect(),
        formats: Format::ALL.iter().map(format).collect(),
    })
}

/// Reads articles, and keeps the last one for what is asked about it.
#[wasm_bindgen]
#[derive(Default)]
pub struct Reader {
    models: Models,
    annotator: Annotator,
    text: String,
    annotated: Option<Annotated>,
}

/// What the page may ask for; a key that is absent is found out from the text.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Wishes {
    language: Option<String>,
    date: Option<String>,
    corrections: Vec<WishedPlace>,
    words: Vec<WishedWord>,
    custom: Vec<WishedCustom>,
}

/// What one rule of the reader's found.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WishedCustom {
    name: String,
    /// Start and end of each mark, in bytes: they come from the module that searched the same text.
    spans: Vec<usize>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct WishedPlace {
    start: usize,
    end: usize,
    label: Option<String>,
    instead_of: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WishedWord {
    text: String,
    label: Option<String>,
}

/// An article read, as the page takes it over.
#[wasm_bindgen(getter_with_clone)]
pub struct Answer {
    /// One row an annotation, [`vocabulary`]'s columns wide.
    pub rows: Vec<u32>,
    /// Two cells an entity: its name among the strings, its label.
    pub entities: Vec<u32>,
    /// All strings, one a line; the first is empty.
    pub strings: String,
    /// BCP 47 tag of the language it was read in.
    pub language: String,
    /// The article's own date, or empty.
    pub date: String,
    /// Where that date comes from: `reader`, `stamp`, `text` or `none`.
    pub date_source: String,
    /// Where in the text it says so: start and end, or nothing.
    pub date_span: Vec<u32>,
}

#[wasm_bindgen]
impl Reader {
    /// A reader that has read nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Reader {
        Reader::default()
    }

    /// Takes over a trained model, and says which language it is for.
    pub fn load_model(&mut self, bytes: &[u8]) -> Result<String, JsError> {
        Ok(self.models.add(bytes)?.tag().to_string())
    }

    /// Reads an article.
    pub fn annotate(&mut self, text: String, wishes: JsValue) -> Result<Answer, JsError> {
        let options = Options { models: self.models.clone(), ..options(&text, serde_wasm_bindgen::from_value(wishes)?)? };
        let annotated = self.annotator.annotate(&text, &options);
        let answer = Writer::new(&text).answer(&annotated);
        (self.text, self.annotated) = (text, Some(annotated));
        Ok(answer)
    }

    /// What the card of annotation `index` adds to its row, in the interface's language.
    pub fn card(&self, index: usize, interface: &str) -> Result<JsValue, JsError> {
        let annotated = self.annotated.as_ref().ok_or_else(|| JsError::new("no article has been read"))?;
        let annotation = annotated.annotations.get(index).ok_or_else(|| JsError::new("no such annotation"))?;
        let interface = LanguageId::from_tag(interface).unwrap_or(LanguageId::Unknown);
        let mut card = Card::of(annotation, &OffsetMap::new(&self.text, Unit::Utf16));
        card.explanation = crate::explain::explain(&self.text, annotated, index, interface);
        to_js(&card)
    }

    /// The article in a format of [`vocabulary`], under a name of the reader's.
    pub fn write(&self, format: &str, name: &str) -> Result<String, JsError> {
        let annotated = self.annotated.as_ref().ok_or_else(|| JsError::new("no article has been read"))?;
        let format = Format::from_name(format).ok_or_else(|| JsError::new("no such format"))?;
        Ok(export::write(format, name, &self.text, annotated))
    }
}

/// What a card needs and a row does not hold.
#[derive(Default, Serialize)]
struct Card<'a> {
    explanation: String,
    alternative: Option<&'a str>,
    anchor: Option<&'static str>,
    cue: Option<[usize; 2]>,
    source: Option<[usize; 2]>,
    others: Vec<[usize; 2]>,
}

impl<'a> Card<'a> {
    fn of(annotation: &'a Annotation, map: &OffsetMap) -> Self {
        let place = |span: Span| [map.from_byte(span.start), map.from_byte(span.end)];
        match &annotation.value {
            Value::Time(time) => {
                Card { alternative: time.alternative.as_deref(), anchor: Some(time.anchor.name()), ..Card::default() }
            }
            Value::Quote(quote) => Card { cue: quote.cue.map(place), source: quote.source.map(place), ..Card::default() },
            Value::Check(check) => Card { others: check.others.iter().copied().map(place).collect(), ..Card::default() },
            Value::None | Value::Number(_) | Value::Abbreviation(_) | Value::Custom(_) => Card::default(),
        }
    }
}

fn options(text: &str, wishes: Wishes) -> Result<Options, JsError> {
    let date = match wishes.date.as_deref() {
        None => None,
        Some(text) => Some(DateTime::parse(text).ok_or_else(|| JsError::new("the date is not like 2024-11-22"))?),
    };
    let language = match wishes.language.as_deref() {
        None => None,
        Some(tag) => Some(LanguageId::from_tag(tag).ok_or_else(|| JsError::new("the language is neither id nor en"))?),
    };
    let corrections = corrections(text, wishes.corrections, wishes.words)?;
    let custom = wishes.custom.into_iter().flat_map(custom).collect();
    Ok(Options { language, date, corrections, custom, ..Options::default() })
}

fn custom(found: WishedCustom) -> Vec<Custom> {
    let spans = found.spans.chunks_exact(2).map(|span| Span::new(span[0], span[1].max(span[0])));
    spans.map(|span| Custom { span, name: found.name.clone() }).collect()
}

fn corrections(text: &str, places: Vec<WishedPlace>, words: Vec<WishedWord>) -> Result<Corrections, JsError> {
    let map = OffsetMap::new(text, Unit::Utf16);
    let label = |name: Option<String>| match name {
        None => Ok(None),
        Some(name) => Label::from_name(&name).map(Some).ok_or_else(|| JsError::new(&format!("there is no label {name:?}"))),
    };
    let place = |place: WishedPlace| {
        let span = Span::new(map.to_byte(place.start), map.to_byte(place.end.max(place.start)));
        Ok(Correction { span, label: label(place.label)?, instead_of: label(place.instead_of)? })
    };
    let places = places.into_iter().map(place).collect::<Result<_, JsError>>()?;
    let word = |word: WishedWord| Ok(Word { text: word.text, label: label(word.label)? });
    Ok(Corrections { places, words: words.into_iter().map(word).collect::<Result<_, JsError>>()? })
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// Writes an article as numbers and strings.
struct Writer<'t> {
    text: &'t str,
    map: OffsetMap<'t>,
    strings: String,
    n_strings: u32,
    known: FxHashMap<String, u32>,
}

impl<'t> Writer<'t> {
    fn new(text: &'t str) -> Self {
        let map = OffsetMap::new(text, Unit::Utf16);
        Self { text, map, strings: String::new(), n_strings: 1, known: FxHashMap::default() }
    }

    fn answer(mut self, annotated: &Annotated) -> Answer {
        let mut rows = Vec::with_capacity(annotated.annotations.len() * COLUMNS.len());
        for annotation in &annotated.annotations {
            rows.extend(self.row(annotation));
        }
        let entities = annotated.entities.iter().flat_map(|entity| [self.string(&entity.name), entity.label as u32]).collect();
        let (date_source, date_span) = match annotated.date_source {
            DateSource::Reader => ("reader", vec![]),
            DateSource::Stamp(span) => ("stamp", self.place(span).to_vec()),
            DateSource::Text(span) => ("text", self.place(span).to_vec()),
            DateSource::None => ("none", vec![]),
        };
        Answer {
            rows,
            entities,
            strings: self.strings,
            language: annotated.language.tag().to_string(),
            date: annotated.date.map_or(String::new(), |date| date.to_string()),
            date_source: date_source.to_string(),
            date_span,
        }
    }

    fn row(&mut self, annotation: &Annotation) -> [u32; 11] {
        let [start, end] = self.place(annotation.span);
        let entity = annotation.entity.map_or(0, |entity| entity as u32 + 1);
        let confidence = (annotation.confidence.clamp(0.0, 1.0) * 1000.0).round() as u32;
        let rule = self.string(annotation.rule);
        let [value, detail, modifier, from, to] = self.value(&annotation.value);
        [start, end, annotation.label as u32, entity, confidence, rule, value, detail, modifier, from, to]
    }

    fn value(&mut self, value: &Value) -> [u32; 5] {
        let modifier = |modifier: Option<Modifier>| modifier.map_or(0, |modifier| modifier as u32 + 1);
        match value {
            Value::None => [0; 5],
            Value::Time(time) => {
                let day = |date: crate::calendar::Date| (date.days() + DAY_ZERO) as u32;
                let [from, to] = time.interval.map_or([0, 0], |interval| [day(interval.first), day(interval.last)]);
                [self.string(&time.timex), self.optional(time.edtf.as_deref()), modifier(time.modifier), from, to]
            }
            Value::Number(number) => {
                [self.string(&number.decimal), self.optional(number.unit.as_deref()), modifier(number.modifier), 0, 0]
            }
            Value::Quote(quote) => {
                let [from, to] = quote.speaker.map_or([0, 0], |span| self.place(span));
                [0, 0, 0, from, to]
            }
            Value::Abbreviation(pair) => {
                let text = self.text;
                let [from, to] = pair.long.map_or([0, 0], |span| self.place(span));
                let long = pair.long.map(|span| span.of(text)).or(pair.expansion);
                [self.string(pair.short.of(text)), self.optional(long), 0, from, to]
            }
            Value::Check(check) => {
                let [from, to] = check.others.first().map_or([0, 0], |&span| self.place(span));
                [self.optional(check.expected.as_deref()), 0, 0, from, to]
            }
            Value::Custom(custom) => [self.string(&custom.name), 0, 0, 0, 0],
        }
    }

    fn place(&self, span: Span) -> [u32; 2] {
        [self.map.from_byte(span.start) as u32, self.map.from_byte(span.end) as u32]
    }

    fn optional(&mut self, text: Option<&str>) -> u32 {
        text.map_or(0, |text| self.string(text))
    }

    /// The number of a string in the table; a line break inside it is shown as a space, for it ends a line of the table.
    fn string(&mut self, text: &str) -> u32 {
        if text.is_empty() {
            return 0;
        }
        if let Some(&known) = self.known.get(text) {
            return known;
        }
        let number = self.n_strings;
        self.n_strings += 1;
        self.strings.push('\n');
        self.strings.extend(text.chars().map(|c| if c == '\n' { ' ' } else { c }));
        self.known.insert(text.to_string(), number);
        number
    }
}
