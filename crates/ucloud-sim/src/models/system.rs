//! The operating systems, which are also the standard images.

use super::{
    calendar,
    image::{Image, ImageType, OsType, State},
    place::Place,
};

/// An operating system, under the name that UCloud gives its standard image.
#[derive(Debug)]
pub(crate) struct System {
    pub(crate) name: &'static str,
    pub(crate) os_type: OsType,
    pub(crate) features: &'static [&'static str],
    pub(crate) end_of_life: &'static str,
    pub(crate) minimal_cpu: &'static str,
    /// Unix seconds of the first day on which the image could exist.
    pub(crate) since: i64,
    /// In how many of a hundred zones the standard image exists.
    pub(crate) spread: u64,
}

/// `NetEnhnced` is misspelt by the service, and so by everyone who reads it.
const FIRST: &[&str] = &["NetEnhnced", "HotPlug"];
const BETTER: &[&str] = &["NetEnhnced", "NetEnhanced_Ultra", "HotPlug", "CloudInit", "IPv6"];
const FAST: &[&str] =
    &["NetEnhnced", "NetEnhanced_Ultra", "HotPlug", "CloudInit", "IPv6", "RssdAttachable"];
const FASTEST: &[&str] = &[
    "NetEnhnced",
    "NetEnhanced_Ultra",
    "NetEnhanced_Extreme",
    "HotPlug",
    "CloudInit",
    "IPv6",
    "RssdAttachable",
];
const ARM: &[&str] = &["NetEnhanced_Ultra", "CloudInit", "IPv6", "RssdAttachable", "Aarch64_Type"];
const WINDOWS: &[&str] = &["NetEnhnced", "NetEnhanced_Ultra", "HotPlug", "RssdAttachable"];

/// The systems that UCloud's documents name, oldest first within a family. Ends of life are those
/// that the makers announce (long-term support included); empty where none is announced to the day.
pub(crate) static SYSTEMS: &[System] = &[
    linux("CentOS 6.5 64位", (2014, 3), "2020/11/30", FIRST).spread(45),
    linux("CentOS 6.5 32位", (2014, 3), "2020/11/30", FIRST).spread(10),
    linux("CentOS 6.10 64位", (2018, 8), "2020/11/30", FIRST).spread(55),
    linux("CentOS 7.0 64位", (2014, 9), "2024/06/30", FIRST).spread(50),
    linux("CentOS 7.1 64位", (2015, 5), "2024/06/30", FIRST).spread(50),
    linux("CentOS 7.2 64位", (2016, 1), "2024/06/30", FIRST).spread(70),
    linux("CentOS 7.3 64位", (2017, 2), "2024/06/30", FIRST).on_broadwell().spread(70),
    linux("CentOS 7.4 64位", (2017, 11), "2024/06/30", BETTER).on_broadwell().spread(80),
    linux("CentOS 7.5 64位", (2018, 6), "2024/06/30", BETTER).on_broadwell().spread(80),
    linux("CentOS 7.6 64位", (2019, 2), "2024/06/30", BETTER),
    linux("CentOS 7.7 64位", (2019, 11), "2024/06/30", BETTER).spread(80),
    linux("CentOS 7.8 64位", (2020, 6), "2024/06/30", BETTER).spread(80),
    linux("CentOS 7.9 64位", (2020, 12), "2024/06/30", BETTER),
    linux("高内核CentOS 7.6 64位", (2019, 7), "2024/06/30", FAST),
    linux("高内核CentOS 7.9 64位", (2021, 1), "2024/06/30", FAST),
    linux("CentOS 8.0 64位", (2019, 11), "2021/12/31", FAST).spread(60),
    linux("CentOS 8.2 64位", (2020, 8), "2021/12/31", FAST),
    linux("CentOS 8.3 64位", (2021, 1), "2021/12/31", FAST),
    linux("CentOS 8.4 64位", (2021, 7), "2021/12/31", FAST).spread(60),
    linux("CentOS aarch 64位", (2021, 3), "2024/06/30", ARM).spread(30),
    linux("Ubuntu 14.04 64位", (2014, 7), "2019/04/25", FIRST).spread(45),
    linux("Ubuntu 16.04 64位", (2016, 7), "2021/04/30", BETTER),
    linux("Ubuntu 18.04 64位", (2018, 7), "2023/05/31", BETTER),
    linux("高内核Ubuntu 18.04 64位", (2019, 8), "2023/05/31", FAST),
    linux("Ubuntu 20.04 64位", (2020, 6), "2025/05/31", FAST),
    linux("Ubuntu aarch20.04 64位", (2021, 3), "2025/05/31", ARM).spread(30),
    linux("Ubuntu 22.04 64位", (2022, 6), "2027/04/30", FASTEST),
    linux("Ubuntu 24.04 64位", (2024, 7), "2029/05/31", FASTEST),
    linux("Debian 8.2 64位", (2015, 11), "2020/06/30", FIRST).spread(50),
    linux("Debian 9.0 64位", (2017, 9), "2022/06/30", BETTER),
    linux("Debian 10.0 64位", (2019, 9), "2024/06/30", FAST),
    linux("Debian 11.7 64位", (2023, 6), "2026/08/31", FASTEST),
    linux("Debian 12.5 64位", (2024, 3), "2028/06/30", FASTEST),
    linux("Debian 13.0 64位", (2025, 9), "2030/06/30", FASTEST).spread(70),
    linux("Rocky 8.5 64位", (2022, 2), "2029/05/31", FASTEST),
    linux("Rocky 8.10 64位", (2024, 7), "2029/05/31", FASTEST).spread(75),
    linux("Rocky 9.1 64位", (2023, 1), "2032/05/31", FASTEST).spread(70),
    linux("Rocky 9.2 64位", (2023, 7), "2032/05/31", FASTEST),
    linux("Rocky 9.4 64位", (2024, 6), "2032/05/31", FASTEST),
    linux("Rocky 9.5 64位", (2025, 1), "2032/05/31", FASTEST),
    linux("RedHat 7.9 64位", (2021, 3), "2024/06/30", FAST).spread(40),
    linux("RedHat 8.3 64位", (2021, 2), "2029/05/31", FAST).spread(60),
    linux("RedHat 9.2 64位", (2023, 8), "2032/05/31", FASTEST).spread(45),
    linux("AlmaLinux 8.9 64位", (2024, 1), "2029/05/31", FASTEST).spread(80),
    linux("AlmaLinux 9.4 64位", (2024, 6), "2032/05/31", FASTEST),
    linux("openEuler 20.03 LTS 64位", (2021, 5), "", FAST).spread(70),
    linux("openEuler 22.03 LTS SP3 64位", (2024, 2), "", FASTEST),
    linux("openEuler 24.03 LTS 64位", (2024, 9), "", FASTEST).spread(75),
    linux("Anolis 7.9 64位", (2022, 3), "2024/06/30", FAST).spread(70),
    linux("Anolis 8.8 64位", (2023, 6), "", FASTEST),
    linux("Anolis 23.1 64位", (2024, 8), "", FASTEST).spread(60),
    linux("openSUSE 15.5 64位", (2023, 9), "2024/12/31", FAST).spread(45),
    windows("Windows 2008 R2 64位", (2014, 4), "2020/01/14").spread(30),
    windows("Windows 2012 R2 64位", (2014, 10), "2023/10/10"),
    windows("Windows 2012 R2 64位 英文版", (2015, 3), "2023/10/10").spread(40),
    windows("Windows 2016 64位", (2017, 3), "2027/01/12"),
    windows("Windows 2016 64位 英文版", (2017, 6), "2027/01/12").spread(45),
    windows("Windows 2019 64位", (2019, 6), "2029/01/09"),
    windows("Windows 2019 64位 英文版", (2019, 9), "2029/01/09").spread(50),
    windows("Windows 2022 64位", (2022, 3), "2031/10/14"),
    windows("Windows 2022 64位 英文版", (2022, 5), "2031/10/14").spread(55),
    windows("Windows 2025 64位", (2025, 2), "2034/10/10").spread(80),
];

/// The system with this name.
pub(crate) fn find(name: &str) -> Option<&'static System> {
    SYSTEMS.iter().find(|system| system.name == name)
}

impl System {
    /// The name without what only tells kernels apart: 高内核CentOS 7.6 is CentOS 7.6 to everyone
    /// who asks which system runs.
    pub(crate) fn os_name(&self) -> &'static str {
        self.name.strip_prefix("高内核").unwrap_or(self.name)
    }

    /// The smallest system disk in GB.
    pub(crate) fn size_gb(&self) -> u32 {
        match self.os_type {
            OsType::Linux => 20,
            OsType::Windows => 40,
        }
    }

    /// The standard image in one place. After the first round images would repeat by name, so they
    /// carry the day of their build.
    pub(crate) fn image(&'static self, place: Place) -> Image {
        let created = place.created_after(self.since);
        let name = match place.round {
            0 => self.name.to_owned(),
            _ => format!("{} {}", self.name, calendar::compact(created)),
        };
        let mark = if self.is_marked(&place) { "「EOL」" } else { "" };
        let retired = !self.end_of_life.is_empty() && place.dice.named("retired").chance(3);
        Image {
            created,
            description: self.description(),
            state: if retired { State::Unavailable } else { State::Available },
            ..place.image(self, ImageType::Base, name + mark)
        }
    }

    /// Whether the name says that the end of life is long past, which it does here and there.
    fn is_marked(&self, place: &Place) -> bool {
        let has_ended = !self.end_of_life.is_empty() && self.end_of_life < "2022/01/01";
        has_ended && place.dice.named("mark").chance(50)
    }

    fn description(&self) -> String {
        let has = |feature| self.features.contains(&feature);
        let kernel = if self.name.starts_with("高内核") { "，内核 4.19" } else { "" };
        let boot = if has("CloudInit") { "，预装 cloud-init" } else { "" };
        let disk = if has("RssdAttachable") { "，适用于快杰云主机" } else { "" };
        format!("{} 官方标准镜像{kernel}{boot}{disk}", self.os_name())
    }

    const fn on_broadwell(mut self) -> Self {
        self.minimal_cpu = "Broadwell";
        self
    }

    const fn spread(mut self, percent: u64) -> Self {
        self.spread = percent;
        self
    }
}

const fn linux(
    name: &'static str,
    (year, month): (i64, i64),
    end_of_life: &'static str,
    features: &'static [&'static str],
) -> System {
    let since = calendar::unix(year, month, 1);
    System {
        name,
        os_type: OsType::Linux,
        features,
        end_of_life,
        minimal_cpu: "",
        since,
        spread: 97,
    }
}

const fn windows(name: &'static str, since: (i64, i64), end_of_life: &'static str) -> System {
    System { os_type: OsType::Windows, ..linux(name, since, end_of_life, WINDOWS) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        for system in SYSTEMS {
            assert!(std::ptr::eq(find(system.name).unwrap(), system), "{}", system.name);
        }
    }

    #[test]
    fn ends_of_life_are_dates_or_empty() {
        for system in SYSTEMS.iter().filter(|system| !system.end_of_life.is_empty()) {
            let parts: Vec<_> = system.end_of_life.split('/').map(str::len).collect();
            assert_eq!(parts, [4, 2, 2], "{}", system.name);
        }
    }

    #[test]
    fn the_fast_kernel_runs_on_fast_disks() {
        for system in SYSTEMS.iter().filter(|system| system.name.starts_with("高内核")) {
            assert!(system.features.contains(&"RssdAttachable"));
            assert!(find(system.os_name()).is_some());
        }
    }

    #[test]
    fn broadwell_is_asked_for_by_three() {
        let names: Vec<_> =
            SYSTEMS.iter().filter(|s| s.minimal_cpu == "Broadwell").map(|s| s.name).collect();
        assert_eq!(names, ["CentOS 7.3 64位", "CentOS 7.4 64位", "CentOS 7.5 64位"]);
    }
}
