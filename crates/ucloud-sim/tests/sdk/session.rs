//! The simulator's program, and UCloud's SDK talking to it.

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use serde_json::{Value, json};
use ucloud_sim::{PRIVATE_KEY, PUBLIC_KEY};

/// Both programs end when this is dropped.
pub(crate) struct Session {
    simulator: Program,
    sdk: Program,
}

struct Program {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Session {
    /// Starts the simulator with these arguments, and a client with the account's key pair.
    pub(crate) fn start(sdk: &Path, arguments: &[&str]) -> Self {
        Self::with_private_key(sdk, arguments, PRIVATE_KEY)
    }

    pub(crate) fn with_private_key(sdk: &Path, arguments: &[&str], private_key: &str) -> Self {
        let program = env!("CARGO_BIN_EXE_ucloud-sim");
        let mut simulator =
            Program::start(Command::new(program).args(["--listen", "127.0.0.1:0"]).args(arguments));
        let announced = simulator.line();
        let url = announced.split_whitespace().find(|word| word.starts_with("http://")).unwrap();
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sdk/ask.py");
        let mut client = Command::new("python3");
        // A proxy of the environment is for the way out, and this goes nowhere.
        client.arg(script).env("PYTHONPATH", sdk);
        client.env("NO_PROXY", "127.0.0.1").env("no_proxy", "127.0.0.1");
        let mut sdk = Program::start(&mut client);
        sdk.say(&json!({"base_url": url, "public_key": PUBLIC_KEY, "private_key": private_key}));
        Self { simulator, sdk }
    }

    /// A call by the name of the action.
    pub(crate) fn invoke(&mut self, action: &str, params: &Value) -> Value {
        self.ask(&json!({"action": action, "params": params}))
    }

    /// A call through one of the SDK's typed clients, which checks what goes out and what comes in.
    pub(crate) fn typed(&mut self, service: &str, method: &str, params: &Value) -> Value {
        self.ask(&json!({"service": service, "method": method, "params": params}))
    }

    fn ask(&mut self, request: &Value) -> Value {
        self.sdk.say(request);
        serde_json::from_str(&self.sdk.line()).unwrap()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        for program in [&mut self.sdk, &mut self.simulator] {
            // It may have ended already, which is as good.
            let _ = program.child.kill();
            let _ = program.child.wait();
        }
    }
}

impl Program {
    fn start(command: &mut Command) -> Self {
        // The SDK logs every call on standard error.
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let input = child.stdin.take().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self { child, input, output }
    }

    fn say(&mut self, line: &Value) {
        writeln!(self.input, "{line}").unwrap();
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        line
    }
}
