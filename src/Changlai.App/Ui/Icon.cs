using Microsoft.AspNetCore.Components;

namespace Changlai.App.Ui;

/// <summary>
/// A drawing that repeats what words beside it say; screen readers skip it. Written by hand because a page holds
/// hundreds: it keeps no state and renders one ready piece of markup.
/// </summary>
public sealed class Icon : IComponent
{
    private RenderHandle handle;

    /// <summary>A name in <see cref="Icons"/>.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    void IComponent.Attach(RenderHandle renderHandle) => handle = renderHandle;

    Task IComponent.SetParametersAsync(ParameterView parameters)
    {
        var drawing = Icons.Drawing(parameters.GetValueOrDefault<string>(nameof(Name)) ?? "");
        handle.Render(builder => builder.AddMarkupContent(0, drawing));
        return Task.CompletedTask;
    }
}
