//! What is installed beneath a program: frameworks with the versions that go together.

/// The framework that an image is built on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Framework {
    PyTorch,
    TensorFlow,
    Miniconda,
    /// No framework at all: the service then sends null for the software.
    Bare,
}

/// Versions that go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stack {
    pub(crate) framework: Framework,
    /// Empty for Miniconda.
    pub(crate) version: &'static str,
    pub(crate) python: &'static str,
    pub(crate) cuda: &'static str,
}

use Framework::{Bare, Miniconda, PyTorch, TensorFlow};

/// The stacks that the platform's own page of ready images lists.
const STACKS: &[Stack] = &[
    stack(PyTorch, "2.7.0", "3.10", "12.8"),
    stack(PyTorch, "2.7.0", "3.10", "12.6"),
    stack(PyTorch, "2.6.0", "3.10", "12.6"),
    stack(PyTorch, "2.6.0", "3.10", "12.4"),
    stack(PyTorch, "2.5.1", "3.10", "12.4"),
    stack(PyTorch, "2.4.0", "3.10", "12.4"),
    stack(PyTorch, "2.3.0", "3.12", "12.1"),
    stack(PyTorch, "2.1.2", "3.10", "11.8"),
    stack(PyTorch, "2.0.0", "3.8", "11.8"),
    stack(PyTorch, "1.13.0", "3.8", "11.6"),
    stack(PyTorch, "1.8.1", "3.8", "11.1"),
    stack(TensorFlow, "2.9.0", "3.8", "11.2"),
    stack(TensorFlow, "2.5.0", "3.8", "11.2"),
    stack(TensorFlow, "1.15.5", "3.8", "11.4"),
    stack(Miniconda, "", "3.10", "12.2"),
    stack(Miniconda, "", "3.10", "11.8"),
];

impl Framework {
    /// Spelt as the service spells it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            PyTorch => "pytorch",
            TensorFlow => "TensorFlow",
            Miniconda => "Miniconda3",
            Bare => "",
        }
    }

    /// One of its stacks, chosen by `number`; none for a bare system.
    pub(crate) fn stack(self, number: u64) -> Option<Stack> {
        let stacks = || STACKS.iter().filter(|stack| stack.framework == self);
        let chosen = number.checked_rem(stacks().count() as u64)?;
        stacks().nth(chosen as usize).copied()
    }
}

const fn stack(
    framework: Framework,
    version: &'static str,
    python: &'static str,
    cuda: &'static str,
) -> Stack {
    Stack { framework, version, python, cuda }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_bare_system_has_no_stack() {
        for framework in [PyTorch, TensorFlow, Miniconda] {
            for number in [0, 7, u64::MAX] {
                assert_eq!(framework.stack(number).map(|found| found.framework), Some(framework));
            }
        }
        assert_eq!(Bare.stack(7), None);
    }
}
