using Changlai.Core.Values;
using Microsoft.AspNetCore.Components;

namespace Changlai.App.Ui;

/// <summary>What every page and part starts from: the reader's language, today, and the formats.</summary>
public abstract class UiComponent : ComponentBase
{
    /// <summary>The reader and the request being answered.</summary>
    [Inject]
    protected UiContext Ui { get; set; } = null!;

    /// <summary>Words in the reader's language.</summary>
    protected string T(Text text) => text.In(Ui.Language);

    /// <summary>Words in the reader's language with values, already formatted, in their places.</summary>
    protected string T(Text text, params object?[] values) => text.In(Ui.Language, values);
}
