/// A number in one of YAML's spellings, rewritten in JSON's grammar with every digit kept:
/// `+1`, `.5`, `1.`, `0x1F`, `0o17`, `0b11` become `1`, `0.5`, `1.0`, `31`, `15`, `3`.
///
/// `None` where it is a string: `007` (YAML 1.2 says so), `1_000`, `1:30`, and what JSON has no
/// number for, `.inf` and `.nan`.
pub(super) fn json_number(text: &str) -> Option<String> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let magnitude = radix(digits).or_else(|| decimal(digits))?;
    Some(format!("{sign}{magnitude}"))
}

fn radix(digits: &str) -> Option<String> {
    let (digits, radix) = [("0x", 16), ("0o", 8), ("0b", 2)]
        .into_iter()
        .find_map(|(prefix, radix)| Some((digits.strip_prefix(prefix)?, radix)))?;
    // `from_str_radix` would take a second sign.
    if !digits.chars().all(|c| c.is_digit(radix)) {
        return None;
    }
    let value = u128::from_str_radix(digits, radix).ok()?;
    Some(value.to_string())
}

fn decimal(text: &str) -> Option<String> {
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let is_integer = fraction.is_none() && exponent.is_empty();
    if is_integer && whole.len() > 1 && whole.starts_with('0') {
        return None;
    }
    if !digits(whole) || !fraction.is_none_or(digits) || !is_exponent(exponent) {
        return None;
    }
    if whole.is_empty() && fraction.is_none_or(str::is_empty) {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        trimmed => trimmed,
    };
    Some(match fraction {
        None => format!("{whole}{exponent}"),
        Some("") => format!("{whole}.0{exponent}"),
        Some(fraction) => format!("{whole}.{fraction}{exponent}"),
    })
}

/// Whether there is nothing but digits, if anything.
fn digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether it is an exponent with its `e`, or nothing.
fn is_exponent(text: &str) -> bool {
    let Some(power) = text.strip_prefix(['e', 'E']) else {
        return text.is_empty();
    };
    let power = power.strip_prefix(['+', '-']).unwrap_or(power);
    !power.is_empty() && digits(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<&str>) {
        let found = json_number(text);
        assert_eq!(found.as_deref(), expect, "{text}");
    }

    #[test]
    fn keeps_json_as_it_is() {
        for text in ["0", "-0", "12", "-7", "1.50", "1e5", "1E+05", "-0.1e-2"] {
            check(text, Some(text));
        }
        let digits = "123456789012345678901234567890.123456789012345678901234567890";
        check(digits, Some(digits));
    }

    #[test]
    fn rewrites_yaml() {
        check("+1", Some("1"));
        check(".5", Some("0.5"));
        check("-.5", Some("-0.5"));
        check("1.", Some("1.0"));
        check("1.e5", Some("1.0e5"));
        check("00.5", Some("0.5"));
        check("007e1", Some("7e1"));
        check("0x1F", Some("31"));
        check("-0x1f", Some("-31"));
        check("0o17", Some("15"));
        check("0b11", Some("3"));
    }

    #[test]
    fn leaves_strings() {
        for text in [
            "",
            "+",
            "-",
            ".",
            "-.",
            "e5",
            ".e5",
            "1e",
            "1e+",
            "1.5.2",
            "007",
            "-007",
            "1_000",
            "1:30",
            "0x",
            "0xg",
            "0x-1",
            "0x+1",
            "+-1",
            "--1",
            ".inf",
            "-.inf",
            ".nan",
            "NaN",
            "inf",
            "1 2",
            "0o8",
            "2024-01-01",
            "１",
        ] {
            check(text, None);
        }
    }
}
