using Microsoft.AspNetCore.Components;

namespace Changlai.App.Ui;

/// <summary>A state in a word or two. As light as <see cref="Changlai.App.Ui.Icon"/>, since every row of a list has one.</summary>
public sealed class Badge : IComponent
{
    private RenderHandle handle;

    [Parameter]
    public Tone Tone { get; set; }

    /// <summary>A drawing before the words; none by default.</summary>
    [Parameter]
    public string? Icon { get; set; }

    [Parameter, EditorRequired]
    public RenderFragment? ChildContent { get; set; }

    void IComponent.Attach(RenderHandle renderHandle) => handle = renderHandle;

    Task IComponent.SetParametersAsync(ParameterView parameters)
    {
        var tone = parameters.GetValueOrDefault<Tone>(nameof(Tone));
        var icon = parameters.GetValueOrDefault<string?>(nameof(Icon));
        var content = parameters.GetValueOrDefault<RenderFragment?>(nameof(ChildContent));
        handle.Render(builder =>
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", tone.Css());
            if (icon is not null) builder.AddMarkupContent(2, Icons.Drawing(icon));
            builder.AddContent(3, content);
            builder.CloseElement();
        });
        return Task.CompletedTask;
    }
}
