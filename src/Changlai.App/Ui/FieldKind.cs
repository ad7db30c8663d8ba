namespace Changlai.App.Ui;

/// <summary>What a field takes. The names of the plain ones are those of HTML's input types.</summary>
public enum FieldKind
{
    Text,
    Password,
    Search,
    Tel,
    Number,
    Date,
    Time,
    File,

    /// <summary>Several lines.</summary>
    Area,

    /// <summary>One of a list.</summary>
    Select,

    /// <summary>Yes or no.</summary>
    Check,
}
