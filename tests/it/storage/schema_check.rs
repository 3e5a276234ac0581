//! As much of JSON Schema as ours uses, to check fixtures against it. A keyword that it does not know is a panic.

use serde_json::Value;

/// The schema of a version that others read. A unit test holds the newest against the types.
pub fn schema(version: u32) -> Value {
    let text = std::fs::read(format!("assets/schema/evenkeel-profile-{version}.schema.json")).unwrap();
    serde_json::from_slice(&text).unwrap()
}

/// The first place at which `value` does not fit `schema`.
pub fn first_problem(schema: &Value, value: &Value) -> Option<String> {
    Check { root: schema }.problem(schema, value, "")
}

struct Check<'a> {
    root: &'a Value,
}

impl Check<'_> {
    fn problem(&self, schema: &Value, value: &Value, at: &str) -> Option<String> {
        let keywords = match schema {
            Value::Bool(true) => return None,
            Value::Object(keywords) => keywords,
            other => panic!("no schema: {other}"),
        };
        keywords.keys().find_map(|keyword| self.broken(keyword, schema, value, at))
    }

    fn broken(&self, keyword: &str, schema: &Value, value: &Value, at: &str) -> Option<String> {
        let rule = &schema[keyword];
        let length =
            value.as_str().map(|text| text.chars().count()).or(value.as_array().map(Vec::len)).map(|n| n as u64);
        let fits = match keyword {
            "$schema" | "$defs" | "$id" | "title" | "description" | "default" | "format" | "properties" => true,
            "$ref" => {
                let target = self.root.pointer(rule.as_str().unwrap().trim_start_matches('#')).unwrap();
                return self.problem(target, value, at);
            }
            "anyOf" | "oneOf" => rule.as_array().unwrap().iter().any(|one| self.problem(one, value, at).is_none()),
            "const" => rule == value,
            "enum" => rule.as_array().unwrap().contains(value),
            "type" => types(rule).any(|name| is(name, value)),
            "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|number| number <= rule.as_f64().unwrap()),
            "minLength" | "minItems" => length.is_none_or(|length| length >= rule.as_u64().unwrap()),
            "maxLength" | "maxItems" => length.is_none_or(|length| length <= rule.as_u64().unwrap()),
            "pattern" => {
                value.as_str().is_none_or(|text| regex::Regex::new(rule.as_str().unwrap()).unwrap().is_match(text))
            }
            "uniqueItems" => {
                value.as_array().is_none_or(|items| (1..items.len()).all(|n| !items[..n].contains(&items[n])))
            }
            "required" => rule.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some()),
            "items" => {
                let mut items = value.as_array().into_iter().flatten().enumerate();
                return items.find_map(|(n, item)| self.problem(rule, item, &format!("{at}/{n}")));
            }
            "additionalProperties" => return self.properties(rule, schema, value, at),
            other => panic!("a keyword that this check does not know: {other}"),
        };
        (!fits).then(|| format!("{at}: {keyword} {rule}"))
    }

    fn properties(&self, others: &Value, schema: &Value, value: &Value, at: &str) -> Option<String> {
        let known = schema.get("properties");
        value.as_object()?.iter().find_map(|(name, value)| {
            let rule = known.and_then(|known| known.get(name)).unwrap_or(others);
            self.problem(rule, value, &format!("{at}/{name}"))
        })
    }
}

fn types(rule: &Value) -> impl Iterator<Item = &str> {
    rule.as_str().into_iter().chain(rule.as_array().into_iter().flatten().filter_map(Value::as_str))
}

fn is(name: &str, value: &Value) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        other => panic!("a type that this check does not know: {other}"),
    }
}
