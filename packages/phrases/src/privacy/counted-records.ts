/** What a receipt and a packet count of what was kept about a person. */
export const countedZh = {
  consent: "同意",
  person: "人物",
  position: "任职",
  stored_file: "文件",
  buying_role: "采购角色",
  stance_assessment: "立场评估",
  influence_assessment: "影响力评估",
  style_assessment: "风格评估",
  pair_level: "关系层级",
  relationship_step: "建议",
  tie: "关系",
  handover: "交接",
  map_place: "图上位置",
  prompt: "待了解事项",
};

export const countedEn: Readonly<Record<keyof typeof countedZh, string>> = {
  consent: "consents",
  person: "persons",
  position: "positions",
  stored_file: "files",
  buying_role: "buying roles",
  stance_assessment: "stance assessments",
  influence_assessment: "influence assessments",
  style_assessment: "style assessments",
  pair_level: "pair levels",
  relationship_step: "suggestions",
  tie: "ties",
  handover: "handovers",
  map_place: "places on the map",
  prompt: "questions",
};
