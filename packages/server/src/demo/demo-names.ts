import type { SeededRandom } from "@mainstay/analytics/numeric/seeded-random";

/** Industries of the demo portfolio with the word a company name carries for it; all names are invented. */
export const demoIndustries = [
  ["装备制造", "精密机械"],
  ["汽车零部件", "汽车部件"],
  ["电子", "微电子"],
  ["医药", "药业"],
  ["医疗器械", "医疗科技"],
  ["食品", "食品"],
  ["零售", "商贸"],
  ["物流", "物流"],
  ["能源", "能源技术"],
  ["化工", "新材料"],
  ["教育", "教育装备"],
  ["市政", "市政工程"],
] as const;

export const demoRegions = ["华东", "华南", "华北", "华中", "西南", "西北", "东北"] as const;

const towns =
  "青屿 临川 云杉 沐阳 砚山 榕溪 泽林 北岚 望江 栖霞岭 松湖 鹭屿 锦澜 平原渡 雁栖 乐清湾 石桥 汉水 岭秀 白鹭洲 清河口 龙泉驿 东篱 翠屏 扶摇 长歌 凌云渡 安澜 明湖 紫荆 金穗 银杏里 苍梧 澜沧渡 若水 南浔 渔梁 桐庐湾 枫桥 采石 逐浪 天目".split(
    " ",
  );
const words =
  "恒岳 启衡 瑞磐 博澜 正弘 宏砺 致远恒 优擎 华屹 盛砥 嘉禾源 联擘 新朔 卓砚 鼎沐 和璞 同砚 瀚笙 达砾 晟垚".split(
    " ",
  );
const surnames = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾".split("");
const given =
  "建国 志强 海燕 丽华 文博 雪梅 晓东 婷婷 国栋 佳怡 宏伟 静怡 俊杰 美玲 永福 慧敏 子涵 立新 春燕 明辉 雅琴 振华 思远 玉兰 伟民 书涵 庆丰 素芬 嘉诚 若溪".split(
    " ",
  );

const pick = <Item>(random: SeededRandom, items: readonly Item[]): Item => {
  const item = items[Math.floor(random.uniform() * items.length)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
};

/** Gives a different invented company name at every call. */
export const companyNamer = (
  random: SeededRandom,
): ((industryWord: string, isGroup: boolean) => { name: string; shortName: string }) => {
  const used = new Set<string>();
  return (industryWord, isGroup) => {
    for (;;) {
      const shortName = `${pick(random, towns)}${pick(random, words)}`;
      if (used.has(shortName)) continue;
      used.add(shortName);
      const ending = isGroup
        ? "集团股份有限公司"
        : pick(random, ["有限公司", "有限公司", "股份有限公司", "有限责任公司"]);
      return { name: `${shortName}${industryWord}${ending}`, shortName };
    }
  };
};

/** An invented Chinese personal name. */
export const personName = (random: SeededRandom): string =>
  pick(random, surnames) + pick(random, given);

export { pick };
