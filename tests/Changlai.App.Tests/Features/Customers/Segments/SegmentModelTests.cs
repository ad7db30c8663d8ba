using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.Core.Calendars;
using Changlai.Core.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.App.Tests.Features.Customers.Segments;

/// <summary>Rules without a database: how they are stored, checked, typed and said.</summary>
public sealed class SegmentModelTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void A_rule_comes_back_from_its_text_as_it_was() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var rule = new RandomRules([.. TestFields.OfEachKind.Values], new Dictionary<string, string[]>(), Today, seed).Rule();
        var text = SegmentJson.Write(rule);
        var (read, problem) = SegmentJson.Read(text);
        return problem is null && SegmentJson.Write(read!) == text && Same(rule, read!);
    }));

    [Fact]
    public void Any_text_survives_being_stored() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), value =>
    {
        var text = string.Concat(value.Get.EnumerateRunes().Select(rune => rune.ToString()));
        var rule = new SegmentGroup(GroupMatch.All, [new SegmentCondition("text", "is", [text])]);
        return ((SegmentCondition)SegmentJson.Read(SegmentJson.Write(rule)).Rule!.Rules[0]).Values[0] == text;
    }));

    [Fact]
    public void The_stored_form_is_the_one_that_was_agreed() =>
        SegmentJson.Write(new SegmentGroup(GroupMatch.All, [new SegmentCondition("orders.last", "days-ago", ["60", "90"]), new SegmentGroup(GroupMatch.None, [new SegmentCondition("customer.tier", "any-of", ["gold"])])]))
            .ShouldBe("""{"version":1,"rule":{"match":"all","rules":[{"field":"orders.last","is":"days-ago","values":["60","90"]},{"match":"none","rules":[{"field":"customer.tier","is":"any-of","values":["gold"]}]}]}}""");

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"version\":1}")]
    [InlineData("{\"version\":\"1\",\"rule\":{}}")]
    [InlineData("{\"version\":2.5e300,\"rule\":{}}")]
    [InlineData("{\"version\":1,\"rule\":{\"match\":\"most\",\"rules\":[]}}")]
    [InlineData("{\"version\":1,\"rule\":{\"match\":\"all\",\"rules\":[7]}}")]
    [InlineData("{\"version\":1,\"rule\":{\"match\":\"all\",\"rules\":[{\"field\":\"a\",\"is\":\"b\",\"values\":[1]}]}}")]
    [InlineData("{\"version\":1,\"rule\":{\"field\":\"a\",\"is\":\"b\",\"values\":[]}}")]
    [InlineData("{\"version\":1,\"rule\":{\"match\":\"all\",\"rules\":[{\"field\":\"\\ud800\",\"is\":\"b\",\"values\":[]}]}}")]
    public void Text_that_is_no_rule_is_named_as_such(string text)
    {
        var (rule, problem) = SegmentJson.Read(text);
        rule.ShouldBeNull();
        problem!.Words.ShouldBe(SegmentProblems.Unreadable);
    }

    [Fact]
    public void A_newer_form_is_told_from_a_broken_one() => SegmentJson.Read("{\"version\":2,\"rule\":{}}").Problem!.Words.ShouldBe(SegmentProblems.OtherVersion);

    [Fact]
    public void A_rule_nested_without_end_is_no_rule() =>
        SegmentJson.Read("{\"version\":1,\"rule\":" + string.Concat(Enumerable.Repeat("{\"match\":\"all\",\"rules\":[", 5_000)) + string.Concat(Enumerable.Repeat("]}", 5_000)) + "}").Rule.ShouldBeNull();

    [Theory]
    [InlineData("", "", "Choose what the condition is about.")]
    [InlineData("gone", "is", "There is no field “gone” any more; choose another or remove the condition.")]
    [InlineData("day", "contains", "“last order” cannot be compared that way; choose again.", "x")]
    [InlineData("number", "at-least", "“2.5e300” is not a whole number; give one from 0 to 999999999999.", "2.5e300")]
    [InlineData("number", "at-least", "“-1” is not a whole number; give one from 0 to 999999999999.", "-1")]
    [InlineData("number", "at-least", "“99999999999999999999” is not a whole number; give one from 0 to 999999999999.", "99999999999999999999")]
    [InlineData("number", "between", "The first value may not be larger than the second.", "9", "3")]
    [InlineData("number", "between", "This takes 2 values.", "9")]
    [InlineData("number", "at-least", "Say what to compare it with.", "")]
    [InlineData("decimal", "at-least", "“tall” is not a number; write it like 36 or -2.5, with three decimals at most.", "tall")]
    [InlineData("decimal", "at-least", "“1.2345” is not a number; write it like 36 or -2.5, with three decimals at most.", "1.2345")]
    [InlineData("decimal", "between", "The first value may not be larger than the second.", "-1", "-2.5")]
    [InlineData("money", "at-least", "“?abc” is not an amount; write it like 1200 or 1200.50.", "CNY", "?abc")]
    [InlineData("money", "at-least", "“yuan” is not a currency; choose one of the list.", "yuan", "100")]
    [InlineData("day", "before", "“2026-02-30” is not a date; give one of the years 1900 to 2100, such as 2026-11-23.", "2026-02-30")]
    [InlineData("day", "before", "“0001-01-01” is not a date; give one of the years 1900 to 2100, such as 2026-11-23.", "0001-01-01")]
    [InlineData("day", "between", "The first value may not be larger than the second.", "2026-11-02", "2026-11-01")]
    [InlineData("day", "days-ago", "“36501” is not a count of days; give a whole number from 0 to 36500.", "0", "36501")]
    [InlineData("annual", "within-next", "“367” is not a count of days; give a whole number from 0 to 366.", "367")]
    [InlineData("choice", "any-of", "Say what to compare it with.")]
    [InlineData("choice", "any-of", "Something that was chosen is no longer there; choose again.", "gold", "tin")]
    [InlineData("text", "contains", "This text has characters that cannot be used.", "a\0b")]
    public void What_cannot_be_asked_is_named_with_what_would_be_right(string field, string question, string words, params string[] values) =>
        SegmentCheck.Problems(new SegmentCondition(field, question, values), TestFields.OfEachKind).Single().Words.English.ShouldBe(words);

    [Fact]
    public void A_rule_too_large_is_refused()
    {
        var condition = new SegmentCondition("yes", "yes", []);
        SegmentGroup Nested(int depth) => new(GroupMatch.All, [depth == 1 ? condition : Nested(depth - 1)]);
        Problems(Nested(SegmentLimits.Depth)).ShouldBeEmpty();
        Problems(Nested(SegmentLimits.Depth + 1)).Single().ShouldStartWith("Groups go 4 deep");
        Problems(new SegmentGroup(GroupMatch.All, [.. Enumerable.Repeat(condition, SegmentLimits.Conditions)])).ShouldBeEmpty();
        Problems(new SegmentGroup(GroupMatch.All, [.. Enumerable.Repeat(condition, SegmentLimits.Conditions + 1)])).Single().ShouldStartWith("There can be 30 conditions");
        Problems(new SegmentGroup(GroupMatch.All, [new SegmentGroup(GroupMatch.Any, [])])).Single().ShouldStartWith("This group has no condition");
        Problems(SegmentGroup.Everybody).ShouldBeEmpty();
        Problems(new SegmentGroup(GroupMatch.All, [new SegmentCondition("text", "is", [new string('x', 101)])])).Single().ShouldStartWith("Use 100 characters");

        static IEnumerable<string> Problems(SegmentGroup rule) => SegmentCheck.Problems(rule, TestFields.OfEachKind).Select(problem => problem.Words.English);
    }

    [Theory]
    [InlineData("money", "at-least", "CNY|120050", "CNY|１，２００.50")]
    [InlineData("money", "at-least", "CNY|120000", "CNY|¥1,200")]
    [InlineData("money", "at-least", "JPY|1200", "JPY|1200")]
    [InlineData("money", "at-least", "CNY|?1.005", "CNY|1.005")]
    [InlineData("money", "at-least", "CNY|?2.5e300", "CNY|2.5e300")]
    [InlineData("money", "at-least", "CNY|?-5", "CNY|-5")]
    [InlineData("number", "at-least", "12", " ０１２ ")]
    [InlineData("number", "at-least", "2.5e300", "2.5e300")]
    [InlineData("number", "between", "1|2", "1|2|3")]
    [InlineData("decimal", "at-least", "-2.5", "－２．50")]
    [InlineData("decimal", "at-least", "1200.5", "1,200.500")]
    [InlineData("decimal", "at-least", "2.5e3", "2.5e3")]
    [InlineData("choice", "any-of", "gold", "gold||gold")]
    [InlineData("yes", "yes", "", "left over")]
    public void What_is_typed_is_stored_in_one_form(string field, string question, string stored, string typed)
    {
        var rule = SegmentInput.Stored(new SegmentGroup(GroupMatch.All, [new SegmentCondition(field, question, typed.Split('|'))]), TestFields.OfEachKind);
        string.Join('|', ((SegmentCondition)rule.Rules[0]).Values).ShouldBe(stored);
    }

    [Fact]
    public void What_is_stored_is_shown_as_it_would_be_typed()
    {
        var stored = new SegmentGroup(GroupMatch.All, [new SegmentCondition("money", "between", ["CNY", "120050", "200000"])]);
        var typed = SegmentInput.Typed(stored, TestFields.OfEachKind);
        ((SegmentCondition)typed.Rules[0]).Values.ShouldBe(["CNY", "1200.5", "2000"]);
        SegmentJson.Write(SegmentInput.Stored(typed, TestFields.OfEachKind)).ShouldBe(SegmentJson.Write(stored));
    }

    [Fact]
    public void A_sentence_says_whom_a_rule_chooses_in_both_languages()
    {
        var rule = new SegmentGroup(GroupMatch.All,
        [
            new SegmentCondition("day", "days-ago", ["60", "90"]),
            new SegmentGroup(GroupMatch.Any, [new SegmentCondition("choice", "any-of", ["gold", "silver"]), new SegmentCondition("money", "at-least", ["CNY", "100000"])]),
            new SegmentGroup(GroupMatch.None, [new SegmentCondition("yes", "no", []), new SegmentCondition("text", "contains", ["{0}"])]),
        ]);
        var said = new SegmentSentence(TestFields.OfEachKind, new Dictionary<(string, string), Text>()).Of(rule);
        said.Chinese.ShouldBe("最近一次购买在 60 到 90 天前，且（等级是金卡或银卡，或累计金额至少 ¥1,000.00），且不符合（没有电话，或姓名含有“{0}”）的客户");
        said.English.ShouldBe("Customers with: last order 60 to 90 days ago, and (tier is Gold or Silver, or total spent at least ¥1,000.00), and not (no phone number, or name contains “{0}”)");
    }

    [Fact]
    public void English_writes_common_words_small_within_a_sentence_and_leaves_names_as_they_are()
    {
        IReadOnlyList<SegmentOption> options =
        [
            SegmentOption.Word("female", new("女", "Female")), SegmentOption.Word("email", new("邮件", "E-mail")), SegmentOption.Word("wecom", new("企业微信", "WeCom")),
            new("7", new("龙井", "Dragon Well")),
        ];
        var fields = new Dictionary<string, SegmentField> { ["any"] = new("any", new("试", "test"), new("什么", "what"), SegmentFieldKind.Choice, "any") { Options = options } };
        Text Said(params string[] values) =>
            new SegmentSentence(fields, new Dictionary<(string, string), Text>()).Of(new SegmentGroup(GroupMatch.All, [new SegmentCondition("any", "any-of", values)]));

        Said("female", "email", "wecom", "7").English.ShouldBe("Customers with: what is female or e-mail or WeCom or Dragon Well");
        Said("female").Chinese.ShouldBe("什么是女的客户");
        options[0].Name.English.ShouldBe("Female", "to be chosen it has its capital");
    }

    [Fact]
    public void Every_rule_can_be_said() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var rule = new RandomRules([.. TestFields.OfEachKind.Values], new Dictionary<string, string[]>(), Today, seed).Rule();
        var said = new SegmentSentence(TestFields.OfEachKind, new Dictionary<(string, string), Text>()).Of(rule);
        return said.Chinese.EndsWith("客户", StringComparison.Ordinal) && said.English.StartsWith("Customers with", StringComparison.Ordinal) && !said.Chinese.Contains("未填完", StringComparison.Ordinal);
    }));

    [Fact]
    public void An_annual_day_falls_into_a_stretch_of_days_when_its_next_occurrence_does()
    {
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            var first = new DateOnly(2025, 1, 1).AddDays(random.Next(1200));
            var last = first.AddDays(random.Next(40));
            var ranges = AnnualDays.Within(first, last);
            var (lunar, leap, month, day) = (random.Next(2) == 0, random.Next(2) == 0, random.Next(1, 13), random.Next(1, 31));
            if (!lunar && !AnnualDay.ExistsGregorian(month, day)) continue;
            var annual = lunar ? AnnualDay.Lunar(month, day, leap) : AnnualDay.Gregorian(month, day);
            var code = (lunar ? 1024 + (leap ? 512 : 0) : 0) + month * 32 + day;
            ranges.Any(range => code >= range.First && code <= range.Last).ShouldBe(annual.NextOnOrAfter(first) <= last, $"{first} {last} {annual}");
            // What is kept on a day is found on that day alone.
            var on = annual.NextOnOrAfter(first);
            AnnualDays.Within(on, on).ShouldContain(range => code >= range.First && code <= range.Last);
        }
    }

    [Theory]
    [InlineData("0", "0-1")]
    [InlineData("0-1", "0-1-0")]
    public void Parts_are_added_and_taken_away_where_they_stand(string at, string without)
    {
        var rule = new SegmentGroup(GroupMatch.All, [new SegmentCondition("a", "", []), new SegmentGroup(GroupMatch.Any, [new SegmentCondition("b", "", [])])]);
        var larger = SegmentPaths.Added(rule, at, SegmentCondition.Blank);
        larger.Conditions.Count().ShouldBe(3);
        SegmentPaths.Removed(rule, without).Conditions.Single().Field.ShouldBe("a");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("0-")]
    [InlineData("0--1")]
    [InlineData("0-99999")]
    [InlineData("0-1-x")]
    [InlineData("0-7-7")]
    public void A_place_that_is_not_there_changes_nothing(string? path)
    {
        var rule = new SegmentGroup(GroupMatch.All, [new SegmentCondition("a", "", [])]);
        SegmentPaths.Removed(rule, path!).ShouldBeSameAs(rule, path);
    }

    private static bool Same(SegmentRule one, SegmentRule other) => (one, other) switch
    {
        (SegmentGroup a, SegmentGroup b) => a.Match == b.Match && a.Rules.Count == b.Rules.Count && a.Rules.Zip(b.Rules).All(pair => Same(pair.First, pair.Second)),
        (SegmentCondition a, SegmentCondition b) => a.Field == b.Field && a.Operator == b.Operator && a.Values.SequenceEqual(b.Values),
        _ => false,
    };
}
