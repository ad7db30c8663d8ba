using Changlai.App.Features.Customers.Rules.Photos;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Features.Customers.Photos;

/// <summary>What a card's form says about the photo.</summary>
/// <param name="IsChosen">A file came with the form.</param>
/// <param name="Photo">That file as it will be kept; null when it cannot be, or none came.</param>
internal sealed record PhotoForm(bool IsChosen, PhotoFile? Photo, bool Removes, Text? Problem)
{
    public const string Field = "photo";
    public const string RemovalField = "photoRemoval";

    public static PhotoForm Read(IFormCollection typed)
    {
        var removes = typed[RemovalField] == "true";
        if (typed.Files[Field] is not { Length: > 0 } file) return new PhotoForm(false, null, removes, null);
        // No larger file is read into memory.
        if (file.Length > PhotoFile.MostBytes) return new PhotoForm(true, null, removes, PhotoFile.TooLarge(file.Length));
        var bytes = new byte[file.Length];
        using (var content = file.OpenReadStream()) content.ReadExactly(bytes);
        var (photo, problem) = PhotoFile.Read(bytes);
        return new PhotoForm(true, photo, removes, problem);
    }

    /// <summary>What stands at the field when the form comes back; a browser does not send a chosen file twice by itself.</summary>
    public Text? Error => Problem ?? (IsChosen ? PhotoWords.ChooseAgain : null);

    public bool IsChange => Photo is not null || Removes;

    public void Write(DatabaseSession session, long customerId, long staffId, DateTimeOffset at)
    {
        if (Photo is not null) StoredPhoto.Put(session, customerId, Photo, staffId, at);
        else if (Removes) StoredPhoto.Remove(session, customerId);
    }
}
