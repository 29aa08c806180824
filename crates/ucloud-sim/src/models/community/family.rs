//! What community images are made of: programs that exist, described in words of our own.

use super::software::Framework::{self, Bare, Miniconda, PyTorch, TensorFlow};

/// A program that authors make images of; several authors publish the same one.
#[derive(Debug)]
pub(crate) struct Family {
    pub(crate) name: &'static str,
    pub(crate) framework: Framework,
    /// At most three, as the platform allows.
    pub(crate) tags: &'static [&'static str],
    pub(crate) ports: &'static [Port],
    pub(crate) gpus: &'static [&'static str],
    pub(crate) about: &'static str,
    pub(crate) image_type: &'static str,
    pub(crate) os: &'static [&'static str],
}

/// A program, and the port of its web page.
pub(crate) type Port = (&'static str, u16);

const LINUX: &[&str] = &["Ubuntu 22.04", "Ubuntu 22.04", "Ubuntu 20.04", "Ubuntu 24.04"];
const WINDOWS: &[&str] = &["Windows Server 2022"];

const DRAWING: &[&str] = &["4090", "4090_48G", "5090", "3090", "3080Ti"];
const LARGE: &[&str] = &["A100", "A800", "H20", "4090_48G"];
const MIDDLE: &[&str] = &["4090", "4090Pro", "4090_48G", "5090"];
const SMALL: &[&str] = &["3090", "3080Ti", "2080Ti", "P40"];
const OLD: &[&str] = &["V100S", "P40", "2080Ti", "2080"];

const JUPYTER: Port = ("JupyterLab", 8888);
const NOTEBOOK: &[Port] = &[JUPYTER];
const COMFY: &[Port] = &[("ComfyUI", 8188), JUPYTER];
const COMFY_BEHIND: &[Port] = &[("ComfyUI", 6006), JUPYTER];
const SD: &[Port] = &[("SD-WebUI", 7860), JUPYTER];
const GRADIO: &[Port] = &[("Gradio", 7860)];
const VLLM: &[Port] = &[("vLLM", 8000), JUPYTER];
const SGLANG: &[Port] = &[("SGLang", 30_000)];
const OLLAMA: &[Port] = &[("Ollama", 11_434), ("Open WebUI", 3000)];
const WEB: &[Port] = &[("Web", 80)];
const NO_PORT: &[Port] = &[];

/// The columns: name, framework, tags, ports, machines, description.
#[rustfmt::skip] // one line for each program, where rustfmt makes one of each word
pub(crate) static FAMILIES: &[Family] = &[
    family("ComfyUI", PyTorch, &["ComfyUI", "图像生成"], COMFY, DRAWING, "节点式绘图环境，内置常用节点与工作流，开机即用"),
    family("ComfyUI基础镜像0.10.0", PyTorch, &["ComfyUI"], COMFY, DRAWING, "只含主程序和 Manager，适合自己装节点"),
    family("ComfyUI-Flux", PyTorch, &["ComfyUI", "图像生成", "LoRA训练"], COMFY, MIDDLE, "FLUX 系列工作流，模型已放在数据盘"),
    family("ComfyUI-Wan2.2", PyTorch, &["ComfyUI", "视频生成"], COMFY_BEHIND, MIDDLE, "图生视频、首尾帧与镜头控制的工作流合集"),
    family("SD WebUI Forge", PyTorch, &["Stable Diffusion", "图像生成"], SD, DRAWING, "显存占用更低的 WebUI 分支"),
    family("Stable Diffusion WebUI", PyTorch, &["Stable Diffusion", "图像生成"], SD, SMALL, "经典文生图界面，含 ControlNet 与常用放大模型"),
    family("Fooocus", PyTorch, &["图像生成"], GRADIO, SMALL, "界面简单，提示词写一句话就能出图"),
    family("Qwen-Image", PyTorch, &["Qwen", "图像生成"], COMFY, MIDDLE, "中文海报与文字渲染效果好"),
    family("HunyuanVideo", PyTorch, &["视频生成"], GRADIO, LARGE, "文生视频，建议 48G 及以上显存"),
    family("InfiniteTalk", PyTorch, &["数字人", "视频生成"], GRADIO, MIDDLE, "一张照片加一段录音，生成会说话的长视频"),
    family("LTX-Video", PyTorch, &["视频生成"], COMFY, DRAWING, "几秒钟出一段草稿视频"),
    family("数字人 LiveTalking", PyTorch, &["数字人", "语音"], GRADIO, DRAWING, "实时互动数字人，支持 WebRTC 推流"),
    family("LiveTalking 数字人", PyTorch, &["数字人"], GRADIO, DRAWING, "实时数字人直播环境，附口型模型"),
    family("MuseTalk", PyTorch, &["数字人", "视频生成"], GRADIO, SMALL, "口型同步，三十帧实时推理"),
    family("FaceFusion", PyTorch, &["图像生成", "视频生成"], GRADIO, DRAWING, "人脸修复与替换工具，仅限合法用途"),
    family("HivisionIDPhotos", PyTorch, &["图像生成"], GRADIO, SMALL, "证件照抠图与换底色"),
    family("IOPaint", PyTorch, &["图像生成"], WEB, SMALL, "涂抹即可去除画面里的杂物，本地运行"),
    family("Real-ESRGAN", PyTorch, &["图像生成", "视频生成"], NO_PORT, OLD, "老照片与动画视频放大，命令行使用"),
    family("MSST-WebUI", PyTorch, &["语音", "音乐生成"], GRADIO, SMALL, "人声分离与去混响"),
    family("GPT-SoVITS", PyTorch, &["语音"], &[("GPT-SoVITS", 9874), JUPYTER], DRAWING, "一分钟声音样本即可训练音色"),
    family("CosyVoice", PyTorch, &["语音"], GRADIO, DRAWING, "多语种语音合成，支持自然语言控制情绪"),
    family("IndexTTS", PyTorch, &["语音"], GRADIO, DRAWING, "零样本配音，可控制时长"),
    family("F5-TTS", PyTorch, &["语音"], GRADIO, SMALL, "Flow matching based speech synthesis, ready to run"),
    family("Whisper-WebUI", PyTorch, &["语音"], GRADIO, SMALL, "批量生成字幕，含说话人区分"),
    family("FunASR", PyTorch, &["语音"], &[("FunASR", 10_095)], OLD, "中文语音识别服务，带热词与标点"),
    family("YuE", PyTorch, &["音乐生成"], GRADIO, LARGE, "由歌词生成完整歌曲"),
    family("ACE-Step", PyTorch, &["音乐生成"], GRADIO, DRAWING, "二十秒生成四分钟音乐"),
    family("vLLM v0.12.0", PyTorch, &["vLLM", "LLM"], VLLM, LARGE, "OpenAI 兼容接口，改一行配置换模型"),
    family("vLLM-DeepSeek-R1-Distill", PyTorch, &["vLLM", "DeepSeek", "LLM"], VLLM, LARGE, "权重已下载，启动脚本按显卡数自动并行"),
    family("SGLang", PyTorch, &["SGLang", "LLM"], SGLANG, LARGE, "高吞吐推理框架，前缀缓存默认开启"),
    family("Ollama", Miniconda, &["Ollama", "LLM"], OLLAMA, DRAWING, "附网页对话界面，首次使用请先拉取模型"),
    family("DeepSeek-R1 本地部署", Miniconda, &["DeepSeek", "Ollama", "LLM"], OLLAMA, DRAWING, "从 1.5B 到 32B 都有，适合入门体验"),
    family("Qwen3-Coder", PyTorch, &["Qwen", "LLM", "AI Agent"], VLLM, LARGE, "代码补全与命令行助手的后端"),
    family("gpt-oss-20b", PyTorch, &["LLM"], VLLM, MIDDLE, "Open weights with a compatible endpoint; tool calling is on"),
    family("ChatGLM4", PyTorch, &["LLM"], GRADIO, DRAWING, "双语对话模型与网页演示"),
    family("LLamaFactory", PyTorch, &["LLM", "LoRA训练", "深度学习"], &[("LLaMA Board", 7860), JUPYTER], LARGE, "网页上完成大模型微调、评估与导出"),
    family("Unsloth", PyTorch, &["LLM", "LoRA训练"], NOTEBOOK, MIDDLE, "Fine-tuning notebooks, twice as fast on a single card"),
    family("ai-toolkit-lora-train", PyTorch, &["LoRA训练", "图像生成"], &[("AI Toolkit", 8675)], MIDDLE, "绘图模型 LoRA 训练界面，附数据集打标工具"),
    family("kohya_ss", PyTorch, &["LoRA训练", "Stable Diffusion"], GRADIO, DRAWING, "老牌训练界面，参数模板已汉化"),
    family("TPO-LLM-WebUI", PyTorch, &["LLM"], GRADIO, DRAWING, "推理时偏好优化的演示环境"),
    family("Satori-7B-Round2-WebUI", PyTorch, &["LLM"], GRADIO, DRAWING, "数学推理模型的网页演示"),
    family("SPO", PyTorch, &["深度学习"], NOTEBOOK, DRAWING, "论文复现环境，含训练日志"),
    family("RAGFlow", Miniconda, &["RAG", "LLM"], WEB, DRAWING, "文档解析与知识库问答，首次启动约三分钟"),
    family("Dify", Miniconda, &["AI Agent", "RAG", "LLM"], WEB, SMALL, "可视化编排智能体与工作流"),
    family("MinerU", PyTorch, &["RAG"], GRADIO, SMALL, "PDF 转 Markdown，保留公式与表格"),
    family("PaddleOCR", Miniconda, &["PaddlePaddle", "目标检测"], &[("OCR API", 8866)], OLD, "八十种语言的文字识别服务"),
    family("YOLOv8", PyTorch, &["目标检测", "深度学习"], NOTEBOOK, SMALL, "检测、分割、姿态三合一，附标注工具"),
    family("YOLO11", PyTorch, &["目标检测"], NOTEBOOK, SMALL, "训练脚本与 TensorRT 导出示例"),
    family("SAM2", PyTorch, &["目标检测", "图像生成"], NOTEBOOK, DRAWING, "视频目标分割，点一下就能跟踪"),
    family("cuda128_torch291_py312", PyTorch, &["PyTorch", "深度学习"], NOTEBOOK, MIDDLE, ""),
    family("cuda130_torch291_py312", PyTorch, &["PyTorch"], NOTEBOOK, &["5090"], ""),
    family("cuda128_python312", Miniconda, &["深度学习"], NO_PORT, MIDDLE, "干净的 CUDA 环境"),
    family("pytorch_2.5.0_Py3.12", PyTorch, &["PyTorch", "深度学习"], NOTEBOOK, DRAWING, "课程作业环境"),
    family("pytorch_1.8.1_Py3.8", PyTorch, &["PyTorch"], NOTEBOOK, OLD, "老论文复现用"),
    family("PyTorch:24.04-py3", PyTorch, &["PyTorch", "深度学习"], NOTEBOOK, LARGE, "与厂商月度容器版本一致"),
    family("TensorFlow 2.9 教学版", TensorFlow, &["TensorFlow", "深度学习"], NOTEBOOK, OLD, "配套讲义在桌面 notes 目录"),
    family("TensorFlow 1.15 兼容环境", TensorFlow, &["TensorFlow"], NOTEBOOK, OLD, "给迁移不动的旧代码"),
    family("GROMACS", Miniconda, &["科学计算"], NO_PORT, OLD, "分子动力学，GPU 版已编译"),
    family("AlphaFold3 环境", Miniconda, &["科学计算"], NO_PORT, LARGE, "不含权重，请自行申请"),
    family("OpenFOAM", Bare, &["科学计算"], NO_PORT, OLD, "流体计算，附并行脚本"),
    family("Blender 渲染农场", Bare, &["其他"], NO_PORT, DRAWING, "命令行批量渲染，支持断点续渲").of_type("Other"),
    family("Ubuntu 桌面版", Bare, &["其他"], &[("noVNC", 6080)], SMALL, "浏览器里的远程桌面").of_type("Other"),
    family("云游戏 Sunshine", Bare, &["游戏"], NO_PORT, DRAWING, "串流主机，手柄即插即用").of_type("Game").on(WINDOWS),
    family("幻兽帕鲁服务端", Bare, &["游戏"], NO_PORT, SMALL, "一键开服，存档每小时备份").of_type("Game"),
];

impl Family {
    const fn of_type(mut self, image_type: &'static str) -> Self {
        self.image_type = image_type;
        self
    }

    const fn on(mut self, os: &'static [&'static str]) -> Self {
        self.os = os;
        self
    }
}

const fn family(
    name: &'static str,
    framework: Framework,
    tags: &'static [&'static str],
    ports: &'static [Port],
    gpus: &'static [&'static str],
    about: &'static str,
) -> Family {
    Family { name, framework, tags, ports, gpus, about, image_type: "Community", os: LINUX }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::models::compshare::{CATEGORIES, tags};

    #[test]
    fn names_are_unique() {
        let names: BTreeSet<_> = FAMILIES.iter().map(|family| family.name).collect();
        assert_eq!(names.len(), FAMILIES.len());
    }

    #[test]
    fn one_to_three_tags_of_the_platform() {
        for family in FAMILIES {
            assert!((1..=3).contains(&family.tags.len()), "{}", family.name);
            for tag in family.tags {
                assert!(tags(CATEGORIES).any(|known| known == *tag), "{}: {tag}", family.name);
            }
        }
    }

    #[test]
    fn every_tag_of_the_platform_is_used() {
        for tag in tags(CATEGORIES) {
            assert!(FAMILIES.iter().any(|family| family.tags.contains(&tag)), "{tag}");
        }
    }
}
