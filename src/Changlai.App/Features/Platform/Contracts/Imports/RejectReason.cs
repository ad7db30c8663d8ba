using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Imports;

/// <summary>Why a line cannot be taken, and what would be right.</summary>
/// <param name="Code">Stable code, kebab-case.</param>
/// <param name="What">What is wrong; <c>{0}</c> is the value found.</param>
/// <param name="Right">What would be right.</param>
internal sealed record RejectReason(string Code, Text What, Text Right);

/// <summary>A line that was not taken.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Reason">Stable code of the reason.</param>
/// <param name="Heading">The column at fault; empty when the line as a whole is.</param>
/// <param name="Value">What the column had, shortened.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="WhatWouldBeRight">What would be right.</param>
/// <param name="Cells">The whole line, each cell shortened.</param>
public sealed record RejectedRow(
    int Line, string Reason, string Heading, string Value, Text Message, Text WhatWouldBeRight, IReadOnlyList<string> Cells)
{
    /// <summary>What else is wrong with the line.</summary>
    public IReadOnlyList<CellFault> Further { get; init; } = [];

    /// <summary>All that is wrong with a column; nothing for one that is right.</summary>
    public IEnumerable<CellFault> FaultsOf(string heading) =>
        Further.Prepend(new CellFault(Heading, Message, WhatWouldBeRight)).Where(fault => fault.Heading == heading);
}

/// <summary>What is wrong with one cell.</summary>
/// <param name="Heading">Its column; empty when the line as a whole is at fault.</param>
public sealed record CellFault(string Heading, Text Message, Text WhatWouldBeRight);
