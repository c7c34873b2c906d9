//! Writes JSON text: the little that exports need, so that the page downloads no library for it.

/// JSON text that grows; commas take care of themselves.
///
/// ```
/// let mut json = sorot::export::json_writer::JsonWriter::default();
/// json.object(|json| {
///     json.field("name", "Ani \"Ani\"");
///     json.list("forms", &["Ani"]);
/// });
/// assert_eq!(json.text, r#"{"name":"Ani \"Ani\"","forms":["Ani"]}"#);
/// ```
#[derive(Clone, Debug, Default)]
pub struct JsonWriter {
    /// What has been written.
    pub text: String,
}

/// A value that holds no others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scalar<'t> {
    /// A string.
    Text(&'t str),
    /// A whole number.
    Count(usize),
    /// A share of one, written with three decimals at most.
    Share(f32),
}

impl<'t> From<&'t str> for Scalar<'t> {
    fn from(text: &'t str) -> Self {
        Self::Text(text)
    }
}

impl<'t> From<&'t String> for Scalar<'t> {
    fn from(text: &'t String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Scalar<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<f32> for Scalar<'_> {
    fn from(share: f32) -> Self {
        Self::Share(share)
    }
}

impl JsonWriter {
    /// An object; `fill` writes its fields.
    pub fn object(&mut self, fill: impl FnOnce(&mut Self)) {
        self.comma();
        self.text.push('{');
        fill(self);
        self.text.push('}');
    }

    /// An array; `fill` writes its elements.
    pub fn array(&mut self, fill: impl FnOnce(&mut Self)) {
        self.comma();
        self.text.push('[');
        fill(self);
        self.text.push(']');
    }

    /// The key of a field whose value is written next.
    pub fn key(&mut self, key: &str) {
        self.comma();
        self.string(key);
        self.text.push(':');
    }

    /// A value on its own: an element of an array.
    pub fn value<'v>(&mut self, value: impl Into<Scalar<'v>>) {
        self.comma();
        match value.into() {
            Scalar::Text(text) => self.string(text),
            Scalar::Count(count) => self.text.push_str(&count.to_string()),
            Scalar::Share(share) => self.share(share),
        }
    }

    /// A key and its value.
    pub fn field<'v>(&mut self, key: &str, value: impl Into<Scalar<'v>>) {
        self.key(key);
        self.value(value);
    }

    /// A key and its value, where there is one.
    pub fn optional<'v>(&mut self, key: &str, value: Option<impl Into<Scalar<'v>>>) {
        if let Some(value) = value {
            self.field(key, value);
        }
    }

    /// A key and a value that is JSON already.
    pub fn raw(&mut self, key: &str, json: &str) {
        self.key(key);
        self.text.push_str(json);
    }

    /// A key and an array of strings; nothing when there are none.
    pub fn list(&mut self, key: &str, values: &[impl AsRef<str>]) {
        if !values.is_empty() {
            self.key(key);
            self.array(|json| values.iter().for_each(|value| json.value(value.as_ref())));
        }
    }

    /// Separates what comes from what stands before it in the same object or array.
    fn comma(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(['{', '[', ':']) {
            self.text.push(',');
        }
    }

    fn string(&mut self, text: &str) {
        self.text.push('"');
        let mut plain = 0;
        for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| *byte < b' ' || matches!(byte, b'"' | b'\\')) {
            self.text.push_str(&text[plain..at]);
            plain = at + 1;
            match byte {
                b'\n' => self.text.push_str("\\n"),
                b'\r' => self.text.push_str("\\r"),
                b'\t' => self.text.push_str("\\t"),
                b'"' | b'\\' => self.text.extend(['\\', char::from(byte)]),
                _ => self.text.push_str(&format!("\\u{byte:04x}")),
            }
        }
        self.text.push_str(&text[plain..]);
        self.text.push('"');
    }

    /// By whole numbers: printing floats costs the page kilobytes.
    fn share(&mut self, share: f32) {
        let thousandths = (share.clamp(0.0, 1.0) * 1000.0).round() as u32;
        let digits = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
        self.text.push_str(digits.trim_end_matches('0').trim_end_matches('.'));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_survives() {
        let odd = "\u{0}\u{1f} \" \\ / \r\n\t é 👩‍👩‍👧 \u{2028} ends: {";
        let mut json = JsonWriter::default();
        json.array(|json| {
            json.value(odd);
            json.value(odd);
        });
        let back: Vec<String> = serde_json::from_str(&json.text).unwrap();
        assert_eq!(back, [odd, odd]);
    }

    #[test]
    fn shares_have_three_decimals_at_most() {
        for (share, want) in [(0.0, "0"), (1.0, "1"), (0.95, "0.95"), (0.6004, "0.6"), (0.123_46, "0.123"), (f32::NAN, "0")] {
            let mut json = JsonWriter::default();
            json.value(share);
            assert_eq!(json.text, want);
        }
    }
}
