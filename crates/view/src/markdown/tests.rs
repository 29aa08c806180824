//! What a text becomes, in print: `(name parts)`.

use proptest::prelude::*;

use super::*;

fn print(nodes: &[Node]) -> String {
    nodes.iter().map(print_one).collect()
}

fn print_one(node: &Node) -> String {
    match node {
        Node::Text(text) => text.clone(),
        Node::Code(text) => format!("`{text}`"),
        Node::Lines(text) => format!("(lines {text:?})"),
        Node::Break => "(br)".to_owned(),
        Node::Rule => "(hr)".to_owned(),
        Node::Task(done) => format!("(task {done})"),
        Node::Picture { address, alt } => {
            format!("(picture {} {alt:?})", address.as_deref().unwrap_or("nowhere"))
        }
        Node::Link { address, nodes } => format!("(link {address} {})", print(nodes)),
        Node::Block(block, nodes) => {
            let name = format!("{block:?}").to_lowercase();
            format!("({name} {})", print(nodes))
        }
    }
}

fn check(text: &str, expected: &str) {
    assert_eq!(print(&markdown(text).nodes), expected, "{text:?}");
}

#[test]
fn what_authors_write_is_read() {
    check("", "");
    check("a\nb  \nc", "(paragraph a b(br)c)");
    check("# A *b*\n\n###### c", "(heading(1) A (emphasis b))(heading(2) c)");
    check("### a\n##### b\n## c", "(heading(1) a)(heading(2) b)(heading(1) c)");
    check("# a\n## b\n### c\n## d", "(heading(1) a)(heading(2) b)(heading(3) c)(heading(2) d)");
    check("> ## a\n\n### b\n\nc\n===", "(quote (heading(1) a))(heading(2) b)(heading(1) c)");
    check("#\n\na", "(paragraph a)");
    check("**a** ~~b~~ `c<d>`", "(paragraph (strong a) (struck b) `c<d>`)");
    check("- [x] a\n- [ ] b", "(list(none) (item (task true)a)(item (task false)b))");
    check("3. a\n4. b", "(list(some(3)) (item a)(item b))");
    check("> a", "(quote (paragraph a))");
    check("|a|b|\n|-|-|\n|1|2|", "(table (head (cell a)(cell b))(row (cell 1)(cell 2)))");
    check("```sh\nls <x>\n```\n---", "(lines \"ls <x>\\n\")(hr)");
    check("[a](https://example.com/b)", "(paragraph (link https://example.com/b a))");
    check("<https://example.com>", "(paragraph (link https://example.com https://example.com))");
    check(
        "![a *b*](https://example.com/c.png)",
        "(paragraph (picture https://example.com/c.png \"a b\"))",
    );
    check("&lt;b&gt; &copy; \\*", "(paragraph <b> © *)");
}

#[test]
fn what_stands_side_by_side_is_told_apart() {
    check("**注意：**请先备份，__勿删__", "(paragraph (strong 注意：)请先备份，(strong 勿删))");
    check("***a*** *b **c** d*", "(paragraph (strong (emphasis a)) (emphasis b (strong c) d))");
    check("a_b_c 2 * 3 * 4 ** x", "(paragraph a_b_c 2 * 3 * 4 ** x)");
    check("``a`b`` `c", "(paragraph `a`b` `c)");
    check(
        "https://example.com/a_b. 见https://example.com/b，完",
        "(paragraph (link https://example.com/a_b https://example.com/a_b). 见(link https://example.com/b https://example.com/b)，完)",
    );
    check(
        "[a [b]](https://example.com \"c\") [d]\n\n[D]: https://example.com/d",
        "(paragraph (link https://example.com a [b]) (link https://example.com/d d))",
    );
    check("A\n===\nb\n---", "(heading(1) A)(heading(2) b)");
    check(
        "- a\n  - b\n\n    c\n- d",
        "(list(none) (item (paragraph a)(list(none) (item (paragraph b)(paragraph c))))(item (paragraph d)))",
    );
    check("a\n- b\nc\n\nd", "(paragraph a)(list(none) (item b c))(paragraph d)");
    check("> a\nb\n\nc", "(quote (paragraph a b))(paragraph c)");
    check("~~~\n[a]: b\n```\n", "(lines \"[a]: b\\n```\\n\")");
    check("    a\n      b\n\nc", "(lines \"a\\n  b\\n\")(paragraph c)");
    check("|a|b|\n|:-|-:|\n|1 \\| 2|", "(table (head (cell a)(cell b))(row (cell 1 | 2)(cell )))");
    check("a | b", "(paragraph a | b)");
    check("a&nbsp;&copy; 如有&#20013;&nope; & b", "(paragraph a\u{a0}© 如有中&nope; & b)");
}

#[test]
fn raw_html_loses_its_tags() {
    check("<p align=\"center\">a <b>c</b></p>", "(paragraph a c)");
    check("a<br>b<BR/>c", "(paragraph a(br)b(br)c)");
    check("<!-- a -->\n\nb", "(paragraph b)");
    check(
        "<details><summary>a</summary>\n\n*b*\n\n</details>",
        "(paragraph a)(paragraph (emphasis b))",
    );
    check("x <u onclick=\"alert(1)\">y</u>", "(paragraph x y)");
    check("<p>中<", "(paragraph 中)");
}

#[test]
fn nothing_can_be_run() {
    check("<script>alert(1)</script>", "");
    check("<SCRIPT SRC=//example.com/x.js></SCRIPT >", "");
    check("<script>alert(1)", "");
    check("<scr<script>ipt>alert(1)</script>", "(paragraph ipt>alert(1))");
    check("<style>body{display:none}</style><svg onload=alert(1)></svg>", "");
    check("<iframe src=\"javascript:alert(1)\"></iframe>", "");
    check("<iframe srcdoc=\"<script>alert(1)</script>\">", "");
    check("<svg><script>alert(1)</script></svg>", "");
    check("<img src=x onerror=alert(1)>", "");
    check("<img src=\"x\" onerror=\"alert('>')\">\n", "(paragraph ')\">)");
    check("a <script>alert(1)</script> b", "(paragraph a  b)");
    check("<body onload=alert(1)>", "");
    check("<form action=\"https://example.com\"><input name=k></form>", "");
    check("<math><mtext><a href=javascript:alert(1)>a</a></mtext></math>", "(paragraph a)");
}

#[test]
fn links_lead_out_by_https_only() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A&#x61vascript:alert(1)",
        "\\javascript:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "blob:https://example.com/1",
        "view-source:https://example.com",
        "http://example.com",
        "//example.com",
        "?item=x",
        "#x",
        "https://ucloud.cn@example.com",
        "mailto:me@example.com",
    ] {
        check(&format!("[a]({address})"), "(paragraph a)");
        check(&format!("![a]({address})"), "(paragraph (picture nowhere \"a\"))");
        check(&format!("[a][1]\n\n[1]: {address}"), "(paragraph a)");
    }
    check("<javascript:alert(1)>", "(paragraph javascript:alert(1))");
    check("[a](<java\nscript:alert(1)>)", "(paragraph a)");
    check("[![a](javascript:b)](javascript:c)", "(paragraph (picture nowhere \"a\"))");
}

#[test]
fn hidden_characters_are_shown() {
    check("a\u{202e}b `c\u{200b}`", "(paragraph a⟨U+202E⟩b `c⟨U+200B⟩`)");
}

#[test]
fn a_text_is_neither_too_long_nor_too_deep_nor_of_too_many_parts() {
    let deep = markdown(&">".repeat(10_000));
    assert!(depth(&deep.nodes) <= DEEPEST + 4 && !deep.is_cut);
    let nested = markdown(&format!("{}a{}", "*a ".repeat(5000), "*".repeat(5000)));
    assert!(depth(&nested.nodes) <= DEEPEST + 4);
    let long = markdown(&"中".repeat(LONGEST));
    assert!(long.is_cut && print(&long.nodes).len() <= LONGEST + 20);
    let many = markdown(&"`a` ".repeat(MOST));
    assert!(many.is_cut && count(&many.nodes) <= MOST + DEEPEST);
}

fn depth(nodes: &[Node]) -> usize {
    nodes.iter().map(|it| 1 + depth(inside(it))).max().unwrap_or(0)
}

fn count(nodes: &[Node]) -> usize {
    nodes.iter().map(|it| 1 + count(inside(it))).sum()
}

fn inside(node: &Node) -> &[Node] {
    match node {
        Node::Link { nodes, .. } | Node::Block(_, nodes) => nodes,
        _ => &[],
    }
}

/// Every address in a tree, of links and of pictures.
fn addresses(nodes: &[Node]) -> Vec<&str> {
    let own = |node| match node {
        &Node::Link { ref address, .. } | &Node::Picture { address: Some(ref address), .. } => {
            Some(address.as_str())
        }
        _ => None,
    };
    nodes.iter().flat_map(|it| own(it).into_iter().chain(addresses(inside(it)))).collect()
}

proptest! {
    /// Whatever the text, there is a tree within its limits, and nothing in it leads anywhere but out by `https:`.
    #[test]
    fn any_text_is_harmless(parts in prop::collection::vec(part(), 0..60)) {
        let read = markdown(&parts.concat());
        prop_assert!(depth(&read.nodes) <= DEEPEST + 4);
        for address in addresses(&read.nodes) {
            prop_assert!(crate::host(address).is_some(), "{address}");
        }
    }
}

/// Pieces that mean something to a parser, and anything else.
fn part() -> impl Strategy<Value = String> {
    let pieces = [
        "*",
        "_",
        "`",
        "```\n",
        "[",
        "](",
        ")",
        "!",
        "<",
        ">",
        "</",
        "<script>",
        "<!--",
        "-->",
        "|",
        "|-|\n",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "[x] ",
        "> ",
        "#",
        "~~",
        "\\",
        "&",
        "&#",
        ";",
        ":",
        "https://a.b/",
        "javascript:",
        "    ",
        "中",
        "\u{0}",
        "\r",
    ];
    prop_oneof![4 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => any::<String>()]
}
