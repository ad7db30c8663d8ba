using System.Text.RegularExpressions;

namespace Changlai.App.Tests.Ui;

/// <summary>
/// Finds words written straight into the markup of a Razor file: between tags, and in the attributes that people read.
/// It reads the file as Razor does, far enough: markup until a code block begins, code until an element begins.
/// Chinese is not allowed anywhere outside of comments.
/// </summary>
internal sealed partial class RazorWords
{
    private static readonly HashSet<string> Blocks = ["if", "foreach", "for", "while", "switch", "using", "lock", "code", "functions", "try", "do"];
    private static readonly HashSet<string> Void = ["input", "meta", "link", "br", "img", "hr", "wbr", "source", "col"];
    private static readonly HashSet<string> Read =
    [
        "title", "aria-label", "aria-description", "aria-placeholder", "placeholder", "alt", "Title", "Label", "Purpose", "Words", "Caption", "Reason",
        "Error", "Hint", "Summary", "Beside", "BackName", "PointName",
    ];

    private readonly string text;
    private readonly List<string> found = [];
    private int at;

    private RazorWords(string text) => this.text = text;

    public static IReadOnlyList<string> Find(string razor)
    {
        var scan = new RazorWords(Directive().Replace(RazorComment().Replace(razor, ""), ""));
        while (scan.at < scan.text.Length) scan.Markup();
        return scan.found;
    }

    private bool Sees(string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    private bool SeesTag() => at + 1 < text.Length && text[at] == '<' && (char.IsLetter(text[at + 1]) || text[at + 1] is '/' or '!');

    // Until the closing tag of the element that is open, which it passes.
    private void Markup()
    {
        while (at < text.Length)
        {
            if (SeesTag())
            {
                if (Tag()) return;
            }
            else if (text[at] == '@') Expression();
            else Words();
        }
    }

    private void Words()
    {
        var from = at;
        while (at < text.Length && text[at] != '@' && !SeesTag()) at++;
        Judge(text[from..at]);
    }

    // Passes one tag with, for an opening one, all it holds. True when it closes what was open.
    private bool Tag()
    {
        if (Sees("</") || Sees("<!"))
        {
            var closes = text[at + 1] == '/';
            at = text.IndexOf('>', at) + 1;
            return closes;
        }

        var name = Word().Match(text, at + 1).Value;
        at += name.Length + 1;
        while (text[at] != '>' && !Sees("/>"))
        {
            if (Attribute().Match(text, at) is { Success: true } attribute)
            {
                at += attribute.Length;
                Value(attribute.Groups[1].Value);
            }
            else at++;
        }

        var empty = text[at] == '/';
        at += empty ? 2 : 1;
        if (!empty && !Void.Contains(name)) Markup();
        return false;
    }

    private void Value(string attribute)
    {
        var quote = text[at++];
        while (text[at] != quote)
        {
            if (text[at] == '@') Expression();
            else
            {
                var from = at;
                while (text[at] != '@' && text[at] != quote) at++;
                if (Read.Contains(attribute)) Judge(text[from..at]);
                else JudgeChinese(text[from..at]);
            }
        }

        at++;
    }

    // What follows an @: a block of code, brackets, or a chain of members and calls.
    private void Expression()
    {
        at++;
        var word = Word().Match(text, at).Value;
        if (Blocks.Contains(word) || Sees("{"))
        {
            at += word.Length;
            Block();
            return;
        }

        if (Sees("<"))
        {
            Tag();
            return;
        }

        at += word.Length;
        while (at < text.Length)
        {
            if (text[at] is '(' or '[') Brackets();
            else if (Member().Match(text, at) is { Success: true } member) at += member.Length;
            else return;
        }
    }

    private void Block()
    {
        while (text[at] != '{')
        {
            if (text[at] == '(') Brackets();
            else at++;
        }

        at++;
        Code();
        if (Else().Match(text, at) is { Success: true } more)
        {
            at += more.Length;
            Block();
        }
    }

    // Until the brace that closes the block, which it passes.
    private void Code()
    {
        while (at < text.Length && text[at] != '}')
        {
            if (text[at] == '{')
            {
                at++;
                Code();
            }
            else if (text[at] == '@' && at + 1 < text.Length && text[at + 1] == '<') Expression();
            else if (SeesTag() && BeginsStatement()) Tag();
            else if (!Literal()) at++;
        }

        at++;
    }

    private bool BeginsStatement()
    {
        var before = at - 1;
        while (before >= 0 && char.IsWhiteSpace(text[before])) before--;
        return before < 0 || text[before] is '{' or '}' or ';' or ':' or '>';
    }

    private void Brackets()
    {
        var open = text[at++];
        var close = open == '(' ? ')' : ']';
        while (text[at] != close)
        {
            if (text[at] is '(' or '[') Brackets();
            else if (!Literal()) at++;
        }

        at++;
    }

    // Passes a comment, string or character of C#.
    private bool Literal()
    {
        if (CSharpLiteral().Match(text, at) is not { Success: true } literal) return false;
        at += literal.Length;
        if (!literal.Value.StartsWith('/')) JudgeChinese(literal.Value);
        return true;
    }

    private void Judge(string words)
    {
        if (Letters().IsMatch(Entity().Replace(words, ""))) found.Add(words.Trim());
    }

    private void JudgeChinese(string words)
    {
        if (Chinese().IsMatch(words)) found.Add(words.Trim());
    }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"^@(inherits|inject|using|typeparam|page|layout|attribute|implements|namespace|rendermode|preservewhitespace)\s[^\n]*$", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex(@"\G[\w-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\G\s+(@?[\w:-]+)=(?=[""'])")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\G[?!]?\.\w+|\G[?!](?=\[)|\G!(?=\.)")]
    private static partial Regex Member();

    [GeneratedRegex(@"\G\s*(?:else|catch|finally|while)\b")]
    private static partial Regex Else();

    [GeneratedRegex(@"\G(?://[^\n]*|/\*.*?\*/|[$@]*""""""(?:.*?)""""""|@\$?""(?:[^""]|"""")*""|\$?""(?:\\.|[^""\\])*""|'(?:\\[^']+|[^'\\])')", RegexOptions.Singleline)]
    private static partial Regex CSharpLiteral();

    [GeneratedRegex(@"&#?\w+;")]
    private static partial Regex Entity();

    [GeneratedRegex(@"\p{L}")]
    private static partial Regex Letters();

    [GeneratedRegex(@"[\u3000-\u9fff\uff00-\uffef]")]
    private static partial Regex Chinese();
}
