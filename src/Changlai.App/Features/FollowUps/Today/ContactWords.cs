using Changlai.App.Features.FollowUps.Model;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Today;

/// <summary>A contact in one line: by what, what came of it, the mood, by whom.</summary>
internal static class ContactWords
{
    public static string Line(ContactAtHand contact, Language language) => string.Join(" · ", new[]
    {
        Channel.Of(contact.Channel).Name.In(language),
        Outcome.Find(contact.Outcome) is { } outcome ? outcome.Name.In(language) : contact.Outcome,
        Mood.Find(contact.Mood) is { } mood ? mood.Name.In(language) : "",
        contact.Staff ?? "",
    }.Where(part => part.Length > 0));
}
