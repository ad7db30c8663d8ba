using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Ui;

/// <summary>Every screen is complete in both languages: no text lacks one, and pages hold no words of their own.</summary>
public sealed class LanguageParityTests
{
    // Said in the other language on purpose, so that a reader who does not know this one finds it.
    private static readonly Text[] InTheOtherLanguage = [UiTexts.OtherLanguage];

    [Fact]
    public void Every_text_of_the_product_is_complete_in_both_languages()
    {
        var texts = Parity.TextsOf(typeof(UiTexts).Assembly, typeof(Text).Assembly).ToList();
        texts.Count.ShouldBeGreaterThan(30);
        texts.Where(t => !InTheOtherLanguage.Contains(t.Text)).SelectMany(t => Parity.Faults(t.Name, t.Text)).ShouldBeEmpty();
    }

    [Fact]
    public void No_page_holds_words_outside_of_texts()
    {
        var root = Path.Combine(Sources(), "src", "Changlai.App");
        var files = Directory.EnumerateFiles(root, "*.razor", SearchOption.AllDirectories).Where(f => !f.Contains("node_modules", StringComparison.Ordinal)).ToList();
        files.Count.ShouldBeGreaterThan(20);
        files.SelectMany(file => RazorWords.Find(File.ReadAllText(file)).Select(words => $"{Path.GetRelativePath(root, file)}: {words}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "Today")]
    [InlineData("Today", "Today")]
    [InlineData("今天", "")]
    [InlineData("今天", "今天")]
    [InlineData("{0} 天", "days")]
    [InlineData("今天，", "Today ，")]
    [InlineData("今天, 明天", "today, tomorrow")]
    public void A_text_that_lacks_a_language_is_found(string chinese, string english) =>
        Parity.Faults("planted", new(chinese, english)).ShouldNotBeEmpty();

    [Fact]
    public void A_planted_incomplete_text_is_found_by_reflection() =>
        Parity.TextsOf(typeof(Planted).Assembly).Where(t => t.Name.Contains(nameof(Planted), StringComparison.Ordinal)).Select(t => t.Text)
            .ShouldBe([Planted.Field, Planted.Property, Planted.Listed[0]], ignoreOrder: true);

    [Theory]
    [InlineData("<p>Hello</p>")]
    [InlineData("<p>@name 你好</p>")]
    [InlineData("<a title=\"Open\" href=\"/\">@x</a>")]
    [InlineData("<input placeholder='姓名' />")]
    [InlineData("<button aria-label=\"Close\"></button>")]
    [InlineData("<img alt=\"a photo\" src=\"x\" />")]
    [InlineData("<Field Label=\"Name\" Name=\"name\" />")]
    [InlineData("@if (x)\n{\n    <td>Done</td>\n}")]
    [InlineData("@code { RenderFragment F => @<b>Late</b>; }")]
    [InlineData("@foreach (var x in y) { <text>Late</text> }")]
    [InlineData("@code { string Word => \"今天\"; }")]
    public void A_planted_word_in_markup_is_found(string markup) => RazorWords.Find(markup).ShouldNotBeEmpty();

    [Theory]
    [InlineData("<p class=\"quiet small\">@T(UiTexts.Next) · 12</p>")]
    [InlineData("@* A word of explanation. *@\n<a href=\"/x\" rel=\"next\">@name</a>")]
    [InlineData("@if (a < b && c > d)\n{\n    <td>@x</td>\n}\nelse\n{\n    <td></td>\n}")]
    [InlineData("@code {\n    // A comment with <b>words</b>.\n    private List<string> names = [];\n    string Css => \"tone good\";\n}")]
    [InlineData("<td title=\"@T(UiTexts.Next)\" aria-label=\"@Words(x)\">@(x is null ? null : x.Name)</td>")]
    [InlineData("<PageFrame Title=\"@T(Texts.Title)\">@body</PageFrame>")]
    [InlineData("<kbd aria-hidden=\"true\">/</kbd>&nbsp;")]
    public void Markup_without_words_passes(string markup) => RazorWords.Find(markup).ShouldBeEmpty();

    private static string Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Changlai.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }

    private static class Planted
    {
        public static readonly Text Field = new("", "field");
        public static readonly Text[] Listed = [new("", "listed")];

        public static Text Property => new("", "property");
    }
}
