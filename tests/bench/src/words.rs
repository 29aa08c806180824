//! What made-up rows are made of. How often an entry comes is how often it stands there.

/// A system, and the versions that there are of it.
pub(crate) type System = (&'static str, &'static [&'static str]);

#[rustfmt::skip]
pub(crate) const SYSTEMS: &[System] = &[
    UBUNTU, UBUNTU, UBUNTU, UBUNTU, UBUNTU, UBUNTU, UBUNTU, CENTOS, CENTOS, CENTOS, WINDOWS, WINDOWS, WINDOWS, DEBIAN, DEBIAN, ROCKY, ROCKY,
    ("AlmaLinux", &["8.10", "9.4"]), ("openEuler", &["20.03", "22.03", "24.03"]), ("Anolis OS", &["8.9", "23.1"]),
    ("FreeBSD", &["13.3", "14.1"]),
];
const UBUNTU: System = ("Ubuntu", &["16.04", "18.04", "20.04", "22.04", "24.04"]);
const CENTOS: System = ("CentOS", &["7.6", "7.9", "8.2", "8.5"]);
const WINDOWS: System = ("Windows", &["2012", "2016", "2019", "2022"]);
const DEBIAN: System = ("Debian", &["9.13", "10.12", "11.10", "12.6"]);
const ROCKY: System = ("Rocky Linux", &["8.10", "9.2", "9.4"]);

#[rustfmt::skip]
pub(crate) const DRIVERS: &[&str] = &[
    "CUDA11.3", "CUDA11.8", "CUDA12.1", "CUDA12.2", "CUDA12.4", "CUDA12.6", "ROCm6.2", "Docker27", "JDK21", "Go1.23", "Node22",
    "Python3.12", "MySQL8.4", "Redis7.4", "PostgreSQL17", "Nginx1.27",
];

#[rustfmt::skip]
pub(crate) const PROGRAMS: &[&str] = &[
    "PyTorch2.1", "PyTorch2.4", "TensorFlow2.16", "PaddlePaddle3.0", "ComfyUI", "Stable Diffusion", "DeepSeek-V3", "Qwen2.5", "Llama3.1",
    "vLLM", "SGLang", "Ollama", "Dify", "JupyterLab", "Whisper", "YOLO11", "MinIO", "Grafana", "WordPress", "GitLab", "宝塔面板",
    "数字人", "语音合成", "我的世界",
];

#[rustfmt::skip]
pub(crate) const PURPOSES: &[&str] = &[
    "深度学习镜像", "推理服务", "模型训练", "开箱即用", "一键部署", "数据库镜像", "网站环境", "游戏服务器", "开发环境", "安全加固",
    "精简版", "企业版", "base", "full", "nightly", "学生专用",
];

pub(crate) const OWN: &[&str] = &["prod", "test", "staging", "备份", "迁移", "golden"];
pub(crate) const ROLES: &[&str] = &["web", "api", "worker", "gpu", "db", "训练", "渲染"];

/// Each with how many zones it has.
#[rustfmt::skip]
pub(crate) const REGIONS: &[(&str, usize)] = &[
    ("cn-bj1", 1), ("cn-bj2", 4), ("cn-sh2", 3), ("cn-gd", 2), ("cn-wlcb", 2), ("cn-qz", 1), ("hk", 2), ("tw-tp", 2), ("tw-kh", 1),
    ("jpn-tky", 2), ("kr-seoul", 2), ("th-bkk", 2), ("sg", 2), ("idn-jakarta", 2), ("vn-sng", 1), ("ph-mnl", 1), ("ind-mumbai", 1),
    ("uae-dubai", 1), ("ge-fra", 1), ("uk-london", 1), ("us-ca", 3), ("us-ws", 2), ("us-den", 1), ("bra-saopaulo", 1), ("afr-nigeria", 2),
];

#[rustfmt::skip]
pub(crate) const AUTHORS: &[&str] = &[
    "UCloud", "compshare", "星图实验室", "云上工坊", "deepvision", "开源搬运工", "gpu-lab", "某高校课题组", "render farm", "小林建站",
    "ops-cn", "imageworks", "青禾科技", "matrix", "data.li", "白鲸", "northwind", "算力补给站", "nlp_group", "阿拓",
];

#[rustfmt::skip]
pub(crate) const TAGS: &[&str] = &[
    "GPU", "LLM", "AI绘画", "大模型", "深度学习", "容器", "数据库", "建站", "游戏", "视频", "语音", "监控", "安全", "教学", "HPC", "web",
];

pub(crate) const KINDS: &[&str] =
    &["Base", "Custom", "Custom", "Community", "Community", "Community", "Community", "App"];

#[rustfmt::skip]
pub(crate) const STATES: &[&str] = &[
    "Available", "Available", "Available", "Available", "Available", "Available", "Available", "Available", "Making", "Copying", "Unavailable",
];

#[rustfmt::skip]
pub(crate) const PRAISE: &[&str] = &[
    "经过长期验证", "启动快", "体积小", "自带驱动", "无需配置", "每月更新", "内核已调优", "支持多卡并行", "适配国产加速卡", "社区推荐",
];

#[rustfmt::skip]
pub(crate) const PROMISES: &[&str] = &[
    "可以直接训练和推理", "带有常用的命令行工具", "默认开启远程登录", "附示例代码与说明", "开机自动挂载数据盘", "镜像源已换成国内地址",
    "日志自动轮转", "支持断点续训",
];

#[rustfmt::skip]
pub(crate) const REMARKS: &[&str] = &[
    "read the notes before the first start", "tested on H100 and 4090", "password login is off", "web console on port 8888",
    "conda is preinstalled", "rebuilt every week", "driver 550 included", "works behind a proxy", "swap is disabled", "kernel 6.8",
];
