//! Keys in any order, by tables of any width: each field gets its own value.

use restitch::codec::{Empty, Extra, Field, FieldInfo, Visit, decode_into};

/// A record of integers, by a table made at run time.
struct Row {
    fields: &'static [FieldInfo],
    values: Vec<i64>,
    extra: Extra,
}

impl Row {
    fn new(names: &[String]) -> Self {
        let name = |name: &String| &*format!(",\"{name}\":").leak();
        let fields: Vec<_> = names
            .iter()
            .map(|n| FieldInfo::new(name(n), true))
            .collect();
        Self {
            fields: fields.leak(),
            values: vec![0; names.len()],
            extra: Extra::empty(),
        }
    }

    /// The values that an object gives, the keys that no field has behind them.
    fn read(&mut self, keys: &[&str]) -> Result<Vec<i64>, String> {
        self.values = vec![0; self.fields.len()];
        self.extra = Extra::empty();
        let entries = keys
            .iter()
            .zip(1..)
            .map(|(key, at)| format!("\"{key}\":{at}"));
        let text = format!("{{{}}}", entries.collect::<Vec<_>>().join(","));
        decode_into(self, text.as_bytes()).map_err(|e| e.to_string())?;
        let extra = self
            .extra
            .iter()
            .map(|(_, json)| json.as_str().parse().unwrap());
        Ok(self.values.iter().copied().chain(extra).collect())
    }

    /// Whether each field has the place of its key among `keys`, and so has each other key.
    fn check(&mut self, keys: &[&str]) {
        let is_field = |key: &str| self.fields.iter().position(|f| f.name() == key);
        let mut expected = vec![0; self.fields.len()];
        for (key, at) in keys.iter().zip(1..) {
            match is_field(key) {
                Some(index) => expected[index] = at,
                None => expected.push(at),
            }
        }
        assert_eq!(self.read(keys).unwrap(), expected, "{keys:?}");
    }
}

impl Field for Row {
    fn show(&self, visit: &mut dyn Visit) {
        let values = self.values.iter().map(|value| value as &dyn Field);
        let members: Vec<_> = values.chain([&self.extra as &dyn Field]).collect();
        visit.record("Row", self.fields, &members);
    }

    fn slot(&mut self, index: usize) -> &mut dyn Field {
        if index == usize::MAX {
            return self;
        }
        match self.values.get_mut(index) {
            Some(value) => value,
            None => &mut self.extra,
        }
    }
}

/// Names of every length up to forty, that differ in one character only, at any place, or begin or
/// end alike; some are written with escapes or more than one byte a character.
fn names(count: usize) -> Vec<String> {
    let name = |i: usize| match i % 5 {
        0 => format!("{}{i}", "a".repeat(i % 37)),
        1 => format!("{i}{}", "z".repeat(i % 37)),
        2 => format!("{}é{i}x", "-".repeat(i % 7)),
        3 => format!("repository_{i}_url"),
        _ => format!("{:01$}", i, i % 40),
    };
    (0..count).map(name).collect()
}

/// The same order for the same seed.
fn shuffled<'a>(keys: &[&'a str], mut seed: u64) -> Vec<&'a str> {
    let mut keys = keys.to_vec();
    for end in (1..keys.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        keys.swap(end, usize::try_from(seed >> 33).unwrap() % (end + 1));
    }
    keys
}

#[test]
fn every_order_fills_the_same_fields() {
    for width in (1..20).chain([63, 64, 65, 91, 300]) {
        let names = names(width);
        let mut row = Row::new(&names);
        let declared: Vec<&str> = names.iter().map(String::as_str).collect();
        row.check(&declared);
        let mut keys = declared.clone();
        keys.sort_unstable();
        row.check(&keys);
        keys.reverse();
        row.check(&keys);
        keys = declared.iter().rev().copied().collect();
        row.check(&keys);
        for seed in 0..8 {
            row.check(&shuffled(&declared, seed));
        }
    }
}

#[test]
fn unknown_keys_may_stand_between() {
    for width in [1, 6, 7, 40] {
        let (names, others) = (names(width), names(width + 200));
        let mut row = Row::new(&names);
        let mut keys: Vec<&str> = names.iter().map(String::as_str).collect();
        // As long as fields of the table, and alike but for a character.
        keys.extend(others[width..].iter().map(String::as_str));
        keys.extend(["", "a", "repository_3_urm", "sepository_3_url"]);
        for seed in 0..8 {
            row.check(&shuffled(&keys, seed));
        }
    }
}

#[test]
fn a_key_twice_is_refused_in_any_order() {
    for width in [1, 6, 7, 40, 91] {
        let names = names(width);
        let mut row = Row::new(&names);
        let declared: Vec<&str> = names.iter().map(String::as_str).collect();
        for (seed, twice) in (0..).zip(&declared) {
            let mut keys = shuffled(&declared, seed);
            keys.insert(usize::try_from(seed).unwrap() % keys.len(), twice);
            let error = row.read(&keys).unwrap_err();
            assert!(error.starts_with("the field comes twice"), "{error}");
        }
    }
}

/// More tables than are kept an index of.
#[test]
fn any_number_of_tables() {
    for table in 0..3000 {
        let names: Vec<_> = (0..9).map(|i| format!("t{table}_{i}")).collect();
        let keys: Vec<&str> = names.iter().rev().map(String::as_str).collect();
        Row::new(&names).check(&keys);
    }
}
