//! The programs that people put into containers.

/// A program, under the name that its image usually has.
#[derive(Debug)]
pub(crate) struct Program {
    pub(crate) name: &'static str,
    pub(crate) style: Style,
}

/// How the makers of an image name its versions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Style {
    /// `1.9`, `1.10-rc1`, `1.10`, and `v2` for the newest of a generation. As text they sort wrongly.
    #[default]
    Release,
    /// `v0.49.1`.
    Patch,
    /// The day and a number: `160615.8`.
    Build,
    /// The branch `source-code`, and later the branch with a commit: `master-3f2a1c9`.
    Commit,
    /// `1`, `2` and so on.
    Counter,
}

use Style::{Build, Commit, Counter, Patch, Release};

/// The programs. Their number is a prime, which is what lets [`super::names::Names`] go through
/// them in steps of any length.
pub(crate) static PROGRAMS: &[Program] = &[
    program("helloworld", Counter),
    program("harbor_ui", Build),
    program("ucloud-cli", Commit),
    program("cpu_uaiservice_ubuntu-14.04_python-2.7.6_tensorflow-1.4.0", Patch),
    program("cadvisor", Patch),
    program("rocketmq-console-ng", Release),
    program("cvmart-daemon-amd64", Patch),
    program("httpserver", Patch),
    program("nginx", Release),
    program("redis", Release),
    program("mysql", Release),
    program("postgres", Release),
    program("mongo", Release),
    program("rabbitmq", Release),
    program("kafka", Release),
    program("zookeeper", Release),
    program("etcd", Patch),
    program("elasticsearch", Release),
    program("kibana", Release),
    program("logstash", Release),
    program("fluentd", Patch),
    program("prometheus", Patch),
    program("grafana", Release),
    program("alertmanager", Patch),
    program("node-exporter", Patch),
    program("jenkins", Release),
    program("gitlab-runner", Patch),
    program("sonarqube", Release),
    program("nexus3", Release),
    program("registry", Release),
    program("haproxy", Release),
    program("traefik", Patch),
    program("consul", Release),
    program("nacos-server", Patch),
    program("seata-server", Release),
    program("sentinel-dashboard", Release),
    program("xxl-job-admin", Release),
    program("apollo-portal", Release),
    program("openjdk", Build),
    program("tomcat", Release),
    program("golang", Release),
    program("node", Release),
    program("python", Release),
    program("php-fpm", Release),
    program("dotnet-aspnet", Release),
    program("busybox", Counter),
    program("alpine", Release),
    program("ubuntu", Build),
    program("centos", Build),
    program("tensorflow-serving", Release),
    program("pytorch", Release),
    program("triton-server", Build),
    program("jupyterlab", Release),
    program("minio", Build),
    program("coredns", Release),
    program("pause", Release),
    program("order-api", Commit),
    program("user-center", Commit),
    program("payment-gateway", Commit),
    program("web-frontend", Commit),
    program("data-sync", Commit),
];

const fn program(name: &'static str, style: Style) -> Program {
    Program { name, style }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn their_number_is_a_prime() {
        let count = PROGRAMS.len();
        assert!(!(2..count).any(|divisor| count.is_multiple_of(divisor)), "{count}");
    }

    #[test]
    fn names_are_unique_and_fit_into_a_reference() {
        let names: BTreeSet<_> = PROGRAMS.iter().map(|program| program.name).collect();
        assert_eq!(names.len(), PROGRAMS.len());
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c);
        assert!(names.iter().all(|name| name.chars().all(fits)));
    }

    #[test]
    fn no_name_ends_like_a_numbered_one() {
        for program in PROGRAMS {
            let end = program.name.rsplit('-').next().unwrap();
            assert!(end == program.name || end.parse::<u64>().is_err(), "{}", program.name);
        }
    }
}
