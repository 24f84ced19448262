//! Whether a `pattern` is a regular expression of ECMA-262, as JSON Schema says it is.
//!
//! Only what no flag and no edition of JavaScript takes is found: patterns are documented and
//! never run here, so that a doubt costs nothing. One pass, no stack, whatever the pattern nests.

use std::iter::Peekable;
use std::str::Chars;

use crate::diag::clip;

use super::endless::Endless;

/// Why a pattern is none, in words that go on from 'not a regular expression:'.
pub(super) fn mistake(pattern: &str) -> Option<String> {
    Scan::of(pattern).all().err()
}

/// Whether a regular expression takes most engines time without end for some texts:
/// `^(a+)+$` can cut `aaaa!` into runs of `a` in ever more ways.
pub(super) fn is_endless(pattern: &str) -> bool {
    let mut scan = Scan::of(pattern);
    scan.all().is_ok() && scan.endless.found
}

type Checked = Result<(), String>;

struct Scan<'a> {
    rest: Peekable<Chars<'a>>,
    /// How many groups are open.
    open: usize,
    /// Whether what came last can be repeated.
    repeatable: bool,
    endless: Endless,
}

impl<'a> Scan<'a> {
    fn of(pattern: &'a str) -> Self {
        Self {
            rest: pattern.chars().peekable(),
            open: 0,
            repeatable: false,
            endless: Endless::default(),
        }
    }

    fn all(&mut self) -> Checked {
        while let Some(char) = self.rest.next() {
            self.term(char)?;
        }
        match self.open {
            0 => Ok(()),
            _ => Err("a `(` is not closed".to_owned()),
        }
    }

    fn term(&mut self, char: char) -> Checked {
        match char {
            '\\' => return self.escape(),
            '[' => self.class()?,
            '(' => return self.group(),
            ')' => {
                self.open = self
                    .open
                    .checked_sub(1)
                    .ok_or("a `)` closes nothing".to_owned())?;
                self.endless.close();
                self.repeatable = true;
                return Ok(());
            }
            '*' | '+' | '?' => return self.repeated(char),
            '{' => return self.braces(),
            '|' => {
                self.repeatable = false;
                self.endless.or();
                return Ok(());
            }
            '^' | '$' => {
                self.repeatable = false;
                self.endless.follow();
                return Ok(());
            }
            _ => {}
        }
        self.repeatable = true;
        self.endless.atom();
        Ok(())
    }

    fn escape(&mut self) -> Checked {
        let char = self.rest.next();
        let char = char.ok_or("it ends with a backslash".to_owned())?;
        let end = match (char, self.rest.peek()) {
            ('u' | 'p' | 'P', Some('{')) => Some('}'),
            ('k', Some('<')) => Some('>'),
            _ => None,
        };
        if let Some(end) = end {
            self.past(end);
        }
        self.repeatable = !matches!(char, 'b' | 'B');
        if self.repeatable {
            self.endless.atom();
        } else {
            self.endless.follow();
        }
        Ok(())
    }

    /// Goes past the next of a character; says whether there is one.
    fn past(&mut self, end: char) -> bool {
        self.rest.any(|char| char == end)
    }

    /// `[...]`, from behind the bracket. What is escaped takes no part in the order of ranges.
    fn class(&mut self) -> Checked {
        let unclosed = || "a `[` is not closed".to_owned();
        let mut before = None;
        self.rest.next_if_eq(&'^');
        loop {
            let char = match self.rest.next().ok_or_else(unclosed)? {
                ']' => return Ok(()),
                '\\' => {
                    self.rest.next().ok_or_else(unclosed)?;
                    None
                }
                char => Some(char),
            };
            let range = char == Some('-');
            before = match (range, self.rest.peek()) {
                // Behind the dash the end of the range, unless the class ends there.
                (true, Some(&end)) if end != ']' && before.is_some() => {
                    self.rest.next();
                    if end == '\\' {
                        self.rest.next();
                    } else if let Some(Some(start)) = before
                        && start > end
                        // `[a--b]` is a difference of sets where the flag `v` is set.
                        && end != '-'
                    {
                        let range = clip(&format!("{start}-{end}"));
                        return Err(format!("the range `{range}` is the wrong way round"));
                    }
                    None
                }
                _ => Some(char),
            };
        }
    }

    /// `(...`, from behind the parenthesis.
    fn group(&mut self) -> Checked {
        self.open += 1;
        self.repeatable = false;
        if self.rest.next_if_eq(&'?').is_none() {
            self.endless.open(false);
            return Ok(());
        }
        let looks = self.rest.clone().take(2).collect::<String>();
        let looks = looks.starts_with(['=', '!']) || ["<=", "<!"].contains(&looks.as_str());
        self.endless.open(looks);
        let known = match self.rest.next() {
            Some(':' | '=' | '!') => true,
            Some('<') => self.rest.next_if(|char| "=!".contains(*char)).is_some() || self.past('>'),
            // `(?i:` of ECMA-262's edition of 2025.
            Some('i' | 'm' | 's' | '-') => {
                while self.rest.next_if(|char| "ims-".contains(*char)).is_some() {}
                self.rest.next_if_eq(&':').is_some()
            }
            _ => false,
        };
        if known {
            Ok(())
        } else {
            Err("JavaScript has no such group behind `(?`".to_owned())
        }
    }

    fn repeated(&mut self, sign: char) -> Checked {
        if !self.repeatable {
            return Err(format!("`{sign}` has nothing before it to repeat"));
        }
        self.rest.next_if_eq(&'?');
        self.repeatable = false;
        match sign {
            '*' => self.endless.repeat(true, true),
            '+' => self.endless.repeat(true, false),
            '?' => self.endless.repeat(false, true),
            // Braces say it themselves.
            _ => {}
        }
        Ok(())
    }

    /// `{2}`, `{2,}`, `{2,5}`; any other brace stands for itself.
    fn braces(&mut self) -> Checked {
        let mut ahead = self.rest.clone();
        let digits = |ahead: &mut Peekable<Chars<'_>>| {
            let mut digits = String::new();
            while let Some(digit) = ahead.next_if(char::is_ascii_digit) {
                digits.push(digit);
            }
            digits
        };
        let low = digits(&mut ahead);
        let high = ahead.next_if_eq(&',').map(|_| digits(&mut ahead));
        if low.is_empty() || ahead.next() != Some('}') {
            self.repeatable = true;
            self.endless.atom();
            return Ok(());
        }
        self.rest = ahead;
        let unbounded = high.as_ref().is_some_and(String::is_empty);
        let high = high.filter(|high| !high.is_empty());
        if high.is_some_and(|high| size(&high) < size(&low)) {
            return Err("the counts in `{}` are the wrong way round".to_owned());
        }
        self.repeated('{')?;
        self.endless.repeat(unbounded, size(&low).0 == 0);
        Ok(())
    }
}

/// What numbers are compared by, however long they are.
fn size(digits: &str) -> (usize, &str) {
    let digits = digits.trim_start_matches('0');
    (digits.len(), digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_of_any_flag_and_edition_pass() {
        for pattern in [
            "",
            "^[a-z0-9_-]+$",
            "^\\d{3}-\\d{4}$",
            "^(?:a|b)*?(?=c)(?!d)(?<=e)(?<!f)(?<name>g)\\k<name>$",
            "^\\p{L}+\\u{1F600}{2}\\u0041?$",
            "[]",
            "[^]]]",
            "[\\]a-]",
            "[-a]",
            "[a-\\d]",
            "[\\w-.]",
            "[+--]",
            "[^-A]",
            "[a--b]",
            "[😀-😎]",
            "a{,5}",
            "{",
            "}{",
            "a{2,}?",
            "(?i:a)(?-i:b)",
            "[[a-z]--[aeiou]]",
            "(?=a)*",
            "(a+)+$",
            "a{99999999999999999999,99999999999999999999}",
        ] {
            assert_eq!(mistake(pattern), None, "{pattern}");
        }
    }

    #[test]
    fn what_no_javascript_takes_is_found() {
        for pattern in [
            "(", ")", "(a))", "[a", "[a\\", "a\\", "*", "a**", "^*", "(+)", "a|?", "a{2,1}", "{2}",
            "a++", "\\b+", "[z-a]", "(?i)a", "(?P<a>b)", "(?>a)", "(?<a",
        ] {
            assert!(mistake(pattern).is_some(), "{pattern}");
        }
    }

    #[test]
    fn what_takes_engines_time_without_end_is_found() {
        for pattern in [
            "^(a+)+$",
            "^(a*)*$",
            "(?:[a-z]+)*x",
            "^(\\w+\\s?)+$",
            "^((a|b+)*)c",
            "(a{1,}){2,}b",
            "((x+)+|y)$",
            "^(a*b*)*$",
            "(a+b?)+\\b",
        ] {
            assert!(is_endless(pattern), "{pattern}");
        }
        for pattern in [
            "",
            "^[a-z]+(-[a-z]+)*$",
            "^(a+b)+$",
            "^(a+b+)+$",
            "(a+)+",
            "(a+)+|b",
            "^(a+)?$",
            "^(a+){2}$",
            "^(?=a+)*b",
            "^(a?)*$",
            "^([0-9]{1,3}\\.)+$",
        ] {
            assert!(!is_endless(pattern), "{pattern}");
        }
    }

    #[test]
    fn a_long_pattern_is_read_in_one_pass() {
        let open = "(".repeat(1 << 20);
        assert!(mistake(&open).is_some());
        assert_eq!(mistake(&"{1".repeat(1 << 18)), None);
        assert_eq!(mistake(&"[a-z]{1,2}".repeat(1 << 16)), None);
        assert!(!is_endless(&open));
    }
}
