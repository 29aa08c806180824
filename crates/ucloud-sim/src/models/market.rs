//! The image market: programs on a system, made ready by a vendor.

use super::offer::{Offer, app, gpu, uhost};

const VGPU: &[&str] =
    &["NetEnhnced", "NetEnhanced_Ultra", "HotPlug", "GPU", "RssdAttachable", "Vgpu_NVIDIA"];
const VGPU_AMD: &[&str] =
    &["NetEnhnced", "NetEnhanced_Ultra", "HotPlug", "GPU", "RssdAttachable", "Vgpu_AMD"];

const TRAINING: &[&str] = &["V100S", "A100", "A800", "3090", "4090", "H20"];
const LARGE: &[&str] = &["A800", "H20", "H800", "4090_48G"];
const DRAWING: &[&str] = &["2080Ti", "3090", "3080Ti", "4090", "5090"];
const SMALL: &[&str] = &["T4", "P40", "2080Ti"];

const CLOUD: &str = "UCloud";
const STUDIO: &str = "极客镜像工坊";
const DEEP: &str = "深蓝智算";
const SAFE: &str = "星河安全";
const TOOLS: &str = "云联软件";

/// The market. The columns of the first line: name, system beneath, software, first software, and
/// hundredths of a yuan a month.
#[rustfmt::skip] // one line for each column of the market page, where rustfmt makes one of each word
pub(crate) static MARKET: &[Offer] = &[
    gpu("PyTorch 2.5.1 CUDA 12.4 Python 3.12", "Ubuntu 22.04 64位", "PyTorch 2.5.1 / CUDA 12.4 / cuDNN 9.1 / Python 3.12", "PyTorch", 0)
        .by(CLOUD, "https://pytorch.org", (2024, 11))
        .about("预装 PyTorch 与 NVIDIA 驱动 550，含 JupyterLab，开机即用")
        .gpus(TRAINING).scenes(&["Featured", "PreInstalledDrivers"]).gb(60),
    gpu("PyTorch 2.1.2 CUDA 11.8 Python 3.10", "Ubuntu 20.04 64位", "PyTorch 2.1.2 / CUDA 11.8 / cuDNN 8.7 / Python 3.10", "PyTorch", 0)
        .by(CLOUD, "https://pytorch.org", (2024, 1))
        .about("适合需要 CUDA 11 的老项目，驱动 535")
        .gpus(TRAINING).scenes(&["PreInstalledDrivers"]).gb(60),
    gpu("TensorFlow 2.15 CUDA 12.2", "Ubuntu 22.04 64位", "TensorFlow 2.15 / CUDA 12.2 / Python 3.11", "TensorFlow", 0)
        .by(CLOUD, "https://www.tensorflow.org", (2023, 12))
        .about("TensorFlow 与 TensorBoard，含示例 notebook")
        .gpus(TRAINING).scenes(&["PreInstalledDrivers"]).gb(60),
    gpu("PaddlePaddle 2.6 深度学习环境", "Ubuntu 20.04 64位", "PaddlePaddle 2.6 / CUDA 11.8", "PaddlePaddle", 0)
        .by(DEEP, "https://www.paddlepaddle.org.cn", (2024, 2))
        .about("飞桨框架与 PaddleOCR、PaddleDetection 套件")
        .gpus(SMALL).scenes(&["PreInstalledDrivers"]).gb(60),
    gpu("CUDA 12.4 驱动 550 Ubuntu 22.04", "Ubuntu 22.04 64位", "CUDA 12.4 / NVIDIA Driver 550", "CUDA", 0)
        .by(CLOUD, "https://developer.nvidia.com/cuda-toolkit", (2024, 5))
        .about("只装驱动与 CUDA，框架由您选择")
        .gpus(TRAINING).scenes(&["Featured", "PreInstalledDrivers"]).gb(40),
    gpu("CUDA 11.4 驱动 470 CentOS 7.9", "CentOS 7.9 64位", "CUDA 11.4 / NVIDIA Driver 470", "CUDA", 0)
        .by(CLOUD, "https://developer.nvidia.com/cuda-toolkit", (2021, 11))
        .gpus(SMALL).scenes(&["PreInstalledDrivers"]).gb(40),
    gpu("CUDA 12.8 Driver 570 Ubuntu 24.04", "Ubuntu 24.04 64位", "CUDA 12.8 / NVIDIA Driver 570 open kernel modules", "CUDA", 0)
        .by(CLOUD, "https://developer.nvidia.com/cuda-toolkit", (2025, 4))
        .about("Required for 50-series cards")
        .gpus(&["5090", "5090D", "H20", "H200"]).scenes(&["PreInstalledDrivers"]).gb(40),
    gpu("Stable Diffusion WebUI 1.10 AI绘画", "Ubuntu 22.04 64位", "Stable Diffusion WebUI 1.10 / PyTorch 2.3", "Stable Diffusion", 4900)
        .by(STUDIO, "https://github.com/AUTOMATIC1111/stable-diffusion-webui", (2024, 8))
        .about("内置常用底模与 LoRA，浏览器访问 7860 端口即可出图")
        .gpus(DRAWING).scenes(&["Featured", "AIPainting"]).gb(100),
    gpu("ComfyUI 工作流 AI绘画", "Ubuntu 22.04 64位", "ComfyUI 0.3 / PyTorch 2.5 / CUDA 12.4", "ComfyUI", 5900)
        .by(STUDIO, "https://github.com/comfyanonymous/ComfyUI", (2025, 1))
        .about("含 Manager 与 40 个常用节点，支持 FLUX 与 SD3.5")
        .gpus(DRAWING).scenes(&["Featured", "AIPainting"]).gb(120),
    gpu("Fooocus 2.5 一键出图", "Ubuntu 22.04 64位", "Fooocus 2.5", "Fooocus", 2900)
        .by(STUDIO, "https://github.com/lllyasviel/Fooocus", (2024, 9))
        .about("界面简单，适合初学者")
        .gpus(DRAWING).scenes(&["AIPainting"]).gb(80).spread(50),
    gpu("DeepSeek-R1-Distill-Qwen-32B vLLM 推理", "Ubuntu 22.04 64位", "vLLM 0.7 / DeepSeek-R1-Distill-Qwen-32B", "vLLM", 0)
        .by(DEEP, "https://github.com/deepseek-ai/DeepSeek-R1", (2025, 2))
        .about("OpenAI 兼容接口，模型权重已下载，建议两卡以上")
        .gpus(LARGE).scenes(&["Featured", "AIModels"]).gb(200),
    gpu("Qwen2.5-72B-Instruct vLLM", "Ubuntu 22.04 64位", "vLLM 0.6 / Qwen2.5-72B-Instruct-AWQ", "vLLM", 0)
        .by(DEEP, "https://github.com/QwenLM/Qwen2.5", (2024, 10))
        .about("通义千问 2.5 量化版，单机四卡")
        .gpus(LARGE).scenes(&["AIModels"]).gb(200).spread(55),
    gpu("ChatGLM3-6B 对话演示", "Ubuntu 20.04 64位", "ChatGLM3-6B / Gradio", "ChatGLM3", 0)
        .by(DEEP, "https://github.com/THUDM/ChatGLM3", (2023, 11))
        .about("单卡 16G 显存可运行")
        .gpus(SMALL).scenes(&["AIModels"]).gb(80).spread(50),
    gpu("LLaMA-Factory 大模型微调", "Ubuntu 22.04 64位", "LLaMA-Factory 0.9 / DeepSpeed 0.15", "LLaMA-Factory", 9900)
        .by(DEEP, "https://github.com/hiyouga/LLaMA-Factory", (2025, 1))
        .about("LoRA 与全参微调，网页操作，支持断点续训")
        .gpus(LARGE).scenes(&["AIModels"]).gb(150),
    gpu("Ollama + Open WebUI", "Ubuntu 24.04 64位", "Ollama 0.5 / Open WebUI 0.5", "Ollama", 0)
        .by(STUDIO, "https://ollama.com", (2025, 3))
        .about("Run open models behind a chat page on port 3000")
        .gpus(DRAWING).scenes(&["AIModels"]).gb(100),
    gpu("GROMACS 2024 分子动力学", "Rocky 9.2 64位", "GROMACS 2024.2 / OpenMPI 4.1 / CUDA 12.2", "GROMACS", 19900)
        .by(DEEP, "https://www.gromacs.org", (2024, 6))
        .about("高性能计算镜像，支持多机并行")
        .gpus(TRAINING).scenes(&["HPC"]).gb(60).spread(45),
    gpu("NVIDIA GRID vGPU Windows 2019", "Windows 2019 64位", "NVIDIA GRID 13.8", "NVIDIA GRID", 29900)
        .by(CLOUD, "https://www.nvidia.com/en-us/data-center/virtual-solutions", (2022, 9))
        .about("云桌面与图形工作站，含 GRID 授权")
        .features(VGPU).gpus(&["T4", "T4S"]).scenes(&["PreInstalledDrivers"]).gb(60).spread(45),
    gpu("AMD MxGPU 云游戏 Windows 2019", "Windows 2019 64位", "AMD Radeon Pro 22.Q4", "AMD Radeon Pro", 19900)
        .by(CLOUD, "https://www.amd.com", (2023, 2))
        .features(VGPU_AMD).gpus(&["MI100"]).scenes(&["PreInstalledDrivers"]).gb(60).spread(25),
    app("宝塔面板 Linux 9.2 正式版", "CentOS 7.9 64位", "宝塔面板 9.2 / Nginx 1.24 / MySQL 5.7 / PHP 7.4", "宝塔面板", 0)
        .by(TOOLS, "https://www.bt.cn", (2024, 9))
        .about("网页管理服务器，首次登录地址与密码见 ~/bt.txt")
        .gb(40),
    app("宝塔面板 Windows 8.3", "Windows 2019 64位", "宝塔 Windows 面板 8.3 / IIS 10", "宝塔面板", 0)
        .by(TOOLS, "https://www.bt.cn", (2023, 8))
        .gb(60),
    app("1Panel 开源运维面板", "Ubuntu 22.04 64位", "1Panel 1.10 / Docker 26", "1Panel", 0)
        .by(TOOLS, "https://1panel.cn", (2024, 6))
        .about("基于容器的现代化面板"),
    app("LAMP 环境 (Apache 2.4 / PHP 7.4)", "CentOS 7.9 64位", "Apache 2.4 / MySQL 5.7 / PHP 7.4", "Apache", 1900)
        .by(STUDIO, "https://httpd.apache.org", (2021, 5))
        .about("经典网站环境，附一键建站脚本"),
    app("LNMP 环境 (Nginx 1.26 / PHP 8.3)", "Rocky 9.2 64位", "Nginx 1.26 / MySQL 8.0 / PHP 8.3", "Nginx", 1900)
        .by(STUDIO, "https://nginx.org", (2024, 7)),
    app("WordPress 6.6 博客平台", "Ubuntu 22.04 64位", "WordPress 6.6 / Nginx / MariaDB 10.11", "WordPress", 900)
        .by(STUDIO, "https://wordpress.org", (2024, 8))
        .about("中文语言包与缓存插件已启用"),
    app("Discuz! X3.5 论坛", "CentOS 7.9 64位", "Discuz! X3.5 / PHP 8.0", "Discuz!", 900)
        .by(STUDIO, "https://www.discuz.vip", (2023, 4))
        .spread(55),
    app("Docker CE 26 + Compose", "Ubuntu 22.04 64位", "Docker CE 26.1 / Compose 2.27", "Docker", 0)
        .by(CLOUD, "https://www.docker.com", (2024, 5))
        .about("已配置镜像加速"),
    app("Docker CE 20.10 CentOS 7.9", "CentOS 7.9 64位", "Docker CE 20.10", "Docker", 0)
        .by(CLOUD, "https://www.docker.com", (2021, 4)),
    app("GitLab CE 16.11 代码仓库", "Rocky 9.2 64位", "GitLab CE 16.11", "GitLab", 2900)
        .by(TOOLS, "https://about.gitlab.com", (2024, 5))
        .about("建议 4 核 8 GB 以上")
        .gb(40),
    app("Jenkins 2.452 LTS", "Debian 12.5 64位", "Jenkins 2.452 / OpenJDK 17", "Jenkins", 0)
        .by(TOOLS, "https://www.jenkins.io", (2024, 6)),
    app("JumpServer 3.10 堡垒机", "CentOS 7.9 64位", "JumpServer 3.10 LTS", "JumpServer", 9900)
        .by(SAFE, "https://www.jumpserver.org", (2024, 1))
        .about("开源堡垒机，满足等保审计要求")
        .gb(60),
    app("Java Web 环境 (Tomcat 9 / JDK 11)", "CentOS 7.9 64位", "Tomcat 9 / OpenJDK 11 / MySQL 8.0", "Tomcat", 1900)
        .by(STUDIO, "https://tomcat.apache.org", (2022, 3)),
    app("Node.js 20 全栈环境", "Ubuntu 22.04 64位", "Node.js 20 LTS / PM2 / Nginx / MongoDB 7", "Node.js", 900)
        .by(STUDIO, "https://nodejs.org", (2024, 3)),
    app("ELK 7.17 日志分析", "CentOS 7.9 64位", "Elasticsearch 7.17 / Logstash / Kibana", "Elasticsearch", 3900)
        .by(TOOLS, "https://www.elastic.co", (2022, 6))
        .about("单机版，数据目录 /data/es")
        .gb(100),
    app("Zabbix 6.0 LTS 监控", "Rocky 8.5 64位", "Zabbix 6.0 / MariaDB 10.6", "Zabbix", 0)
        .by(TOOLS, "https://www.zabbix.com", (2022, 8))
        .spread(60),
    app("Prometheus + Grafana 监控", "Ubuntu 22.04 64位", "Prometheus 2.53 / Grafana 11 / Alertmanager", "Prometheus", 0)
        .by(TOOLS, "https://prometheus.io", (2024, 8))
        .about("Dashboards for hosts, MySQL and Redis included"),
    app("SQL Server 2019 标准版", "Windows 2019 64位", "SQL Server 2019 Standard", "SQL Server", 129900)
        .by(TOOLS, "https://www.microsoft.com/sql-server", (2021, 9))
        .about("含授权，按月计费")
        .gb(80),
    app("Odoo 17 ERP", "Ubuntu 22.04 64位", "Odoo 17 Community / PostgreSQL 15", "Odoo", 4900)
        .by(TOOLS, "https://www.odoo.com", (2024, 2))
        .spread(50),
    app("Nextcloud 29 私有网盘", "Debian 12.5 64位", "Nextcloud 29 / PHP 8.2 / MariaDB", "Nextcloud", 0)
        .by(STUDIO, "https://nextcloud.com", (2024, 6))
        .gb(40).spread(60),
    app("幻兽帕鲁 Palworld 一键开服", "Ubuntu 22.04 64位", "Palworld Dedicated Server", "Palworld", 0)
        .by(STUDIO, "https://www.pocketpair.jp/palworld", (2024, 2))
        .about("开机自动启动，端口 8211/UDP，建议 16 GB 内存")
        .gb(40),
    app("Minecraft Java 版 1.20 服务器", "Debian 11.7 64位", "Paper 1.20.4 / OpenJDK 17", "Minecraft", 0)
        .by(STUDIO, "https://papermc.io", (2024, 1))
        .spread(60),
    app("Dify 社区版 AI 应用平台", "Ubuntu 24.04 64位", "Dify 1.1 / Docker / Weaviate", "Dify", 0)
        .by(DEEP, "https://dify.ai", (2025, 4))
        .about("对接本地或云上大模型，编排工作流")
        .scenes(&["Featured", "AIModels"]).gb(60),
    uhost("CentOS 7.9 等保三级加固", "CentOS 7.9 64位", "安全基线 / auditd / ClamAV", "安全基线", 19900)
        .by(SAFE, "https://docs.ucloud.cn/uhost", (2022, 4))
        .about("按等保 2.0 三级要求完成 128 项基线配置").called("安全加固"),
    uhost("Ubuntu 20.04 安全加固版", "Ubuntu 20.04 64位", "CIS Benchmark Level 1", "CIS Benchmark", 9900)
        .by(SAFE, "https://www.cisecurity.org", (2022, 9)),
    uhost("Kubernetes 1.28 节点", "Ubuntu 22.04 64位", "kubelet 1.28 / containerd 1.7", "Kubernetes", 0)
        .by(CLOUD, "https://kubernetes.io", (2023, 10))
        .about("UK8S 工作节点专用，请勿单独创建").called("Container / 容器"),
    uhost("Windows 2022 IIS 建站", "Windows 2022 64位", "IIS 10 / .NET 8 / PHP 8.2", "IIS", 0)
        .by(TOOLS, "https://www.iis.net", (2024, 1))
        .gb(60),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::system::find;

    #[test]
    fn every_offer_runs_on_a_system_that_was_there_first() {
        for offer in MARKET {
            let system = find(offer.system).unwrap_or_else(|| panic!("{}", offer.name));
            assert!(offer.since >= system.since, "{}", offer.name);
        }
    }

    #[test]
    fn every_offer_is_complete() {
        for Offer { name, listing, since, .. } in MARKET {
            assert!(!listing.software.is_empty() && !listing.primary_software.is_empty(), "{name}");
            assert!(listing.link.starts_with("https://") && *since > 0, "{name}");
            assert_eq!(listing.func_type == "gpu", !listing.gpus.is_empty(), "{name}");
        }
    }
}
