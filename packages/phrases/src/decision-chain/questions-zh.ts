/** 引导式提问：看得见的行为，而不是猜测。 */
export const chainQuestionsZh = {
  stance: {
    acted: {
      ask: "最近 90 天，TA 为我们做过什么？",
      answers: {
        fought: "冒着得罪人的风险，公开为我们争取",
        helped: "主动帮过忙：引荐、约会议、给公开资料",
        answered: "问了就答，没有主动帮忙",
        blocked: "做过对我们不利的事",
        nothing: "没有接触，或什么都没做",
      },
    },
    says: {
      ask: "我们不在场时，TA 怎么说我们？",
      answers: {
        recommends: "主动推荐我们",
        speaks_well: "说好话",
        balanced: "不偏不倚",
        doubts: "提出质疑",
        speaks_against: "明确反对，或替对手说话",
        not_heard: "没有听到过",
      },
    },
    if_we_win: {
      ask: "如果我们中标，TA 的工作会怎样？",
      answers: {
        gains: "更好做：业绩、效率或项目成功",
        no_difference: "没什么变化",
        loses: "更难做：多出麻烦，或丢了职责",
        not_known: "不清楚",
      },
    },
    earlier: {
      ask: "和从前相比，TA 的支持有变化吗？",
      answers: {
        closer: "比从前更支持",
        unchanged: "没有变化",
        stepped_back: "从前支持，现在退了一步",
        not_known: "不清楚",
      },
    },
    facts: {
      ask: "TA 对我们的看法，有没有与事实不符的？",
      answers: {
        accurate: "基本符合事实",
        wrong: "有明显误解",
        not_known: "不清楚",
      },
    },
  },
  influence: {
    part: {
      ask: "这类采购里，TA 管哪一段？",
      answers: {
        decides: "最后拍板",
        can_stop: "可以否决",
        proposes: "提方案或打分",
        gives_opinion: "提意见",
        no_part: "不参与",
        not_known: "不清楚",
      },
    },
    asked_first: {
      ask: "别人做决定之前，会先问 TA 吗？",
      answers: { always: "每次都问", sometimes: "有时问", rarely: "很少问", not_known: "不清楚" },
    },
    last_dispute: {
      ask: "上次意见不一致，最后听谁的？",
      answers: {
        prevailed: "听了 TA 的",
        compromise: "各让一步",
        gave_way: "TA 让步了",
        not_known: "不清楚",
      },
    },
    access: {
      ask: "TA 能不能随时见到拍板的人？",
      answers: {
        any_time: "能，或 TA 就是拍板的人",
        through_others: "要通过别人",
        none: "见不到",
        not_known: "不清楚",
      },
    },
  },
  style: {
    pace: {
      ask: "TA 说话、做决定的节奏？",
      answers: { fast: "快，直来直去", measured: "慢，想好再说" },
    },
    focus: {
      ask: "谈事情时，TA 更在意什么？",
      answers: { task: "事情本身：目标、数据", people: "人：感受、关系" },
    },
    opens_with: {
      ask: "一坐下来，TA 通常先谈什么？",
      answers: {
        result: "结果和时间",
        story: "想法和见闻",
        wellbeing: "大家近况",
        detail: "细节和依据",
      },
    },
    wants: {
      ask: "TA 最想从方案里看到什么？",
      answers: {
        options: "几个选项，由 TA 定",
        vision: "前景和亮点",
        agreement: "各方都同意",
        proof: "数据和证明",
      },
    },
  },
} as const;
