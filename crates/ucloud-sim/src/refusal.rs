//! The service's way of saying no: a code and a sentence.

/// Why a request was not answered; sent with HTTP status 200, as the service does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) code: i64,
    pub(crate) message: String,
}

/// What the service says when there is nothing more exact to say. Faults use these too, so every
/// public code stands here.
const STANDARD: &[(i64, &str)] = &[
    (110, "Request timed out at the gateway"),
    (130, "Gateway could not process the request"),
    (150, "Service unavailable"),
    (153, "Too many requests"),
    (160, "Missing Action"),
    (161, "Action not found"),
    (170, "Missing Signature"),
    (171, "Signature does not match"),
    (172, "User not found"),
    (174, "Token is unknown or expired"),
    (210, "Params error"),
    (230, "Params not available"),
    (292, "Project not found"),
    (293, "No permission in this zone"),
    (294, "Source IP is not allowed"),
    (295, "Account is locked for security"),
    (299, "Permission denied by IAM"),
    (8874, "Get image failed"),
    (8889, "Get image list failed"),
    (43_023, "Bucket does not exist or could not be read"),
];

impl Refusal {
    /// The refusal that usually goes with `code`; any number is accepted, because tests want
    /// codes that nobody has heard of.
    pub(crate) fn of_code(code: i64) -> Self {
        let known = STANDARD.iter().find(|(known, _)| *known == code);
        Self::new(code, known.map_or("Request failed", |(_, message)| message))
    }

    pub(crate) fn unknown_action(name: &str) -> Self {
        Self::new(161, &format!("Action [{name}] not found"))
    }

    pub(crate) fn missing(name: &str) -> Self {
        Self::new(210, &format!("Missing params [{name}]"))
    }

    pub(crate) fn not_a_number(name: &str) -> Self {
        Self::new(210, &format!("Params [{name}] must be an integer of 0 or more"))
    }

    pub(crate) fn not_a_flag(name: &str) -> Self {
        Self::new(210, &format!("Params [{name}] must be true or false"))
    }

    /// CompShare names the field of its own request type.
    pub(crate) fn nested(action: &str, name: &str) -> Self {
        Self::new(230, &format!("Params [api.{action}.Request.{name}] not available"))
    }

    pub(crate) fn unreadable_body() -> Self {
        Self::new(210, "Request body must be a JSON object")
    }

    pub(crate) fn not_available(name: &str) -> Self {
        Self::new(230, &format!("Params [{name}] not available"))
    }

    pub(crate) fn unknown_project(id: &str) -> Self {
        Self::new(292, &format!("Project [{id}] not found"))
    }

    fn new(code: i64, message: &str) -> Self {
        Self { code, message: message.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_public_code_has_its_own_words() {
        let public =
            [110, 130, 150, 153, 160, 161, 170, 171, 172, 174, 210, 230, 292, 293, 294, 295, 299];
        for code in public {
            let refusal = Refusal::of_code(code);
            assert_eq!(refusal.code, code);
            assert_ne!(refusal.message, "Request failed", "{code}");
        }
    }

    #[test]
    fn an_unknown_code_is_passed_on() {
        assert_eq!(Refusal::of_code(4711), Refusal::new(4711, "Request failed"));
    }
}
