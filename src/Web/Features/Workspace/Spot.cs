using Hub.Contracts;
using Hub.Web.Edge;

namespace Hub.Web.Features.Workspace;

/// <summary>The rows of a pier, in the order in which they are read.</summary>
public enum Lane
{
    /// <summary>Someone waits for our answer.</summary>
    SvarNu,

    /// <summary>For a leader: nothing moves it by itself any more.</summary>
    SidderFast,

    /// <summary>Ours, and later than promised.</summary>
    ForSent,

    /// <summary>For a leader: ours, and nobody has it.</summary>
    UdenAnsvarlig,

    /// <summary>For a vicevært, whose tasks stand above the bridge.</summary>
    Opgaver,

    /// <summary>Ours to work on.</summary>
    HosOs,

    /// <summary>Ours, but the next move is someone else's.</summary>
    VenterPaaAndre,

    /// <summary>On the span, on its way to this pier: one row for all, since each card shows where it goes.</summary>
    PaaVej,

    /// <summary>Another office has it; we flagged it, gave it away or await it.</summary>
    Andre,
}

/// <summary>Where on the bridge a card stands.</summary>
public readonly record struct Spot(Kontor Pier, Lane Lane)
{
    /// <summary>The id of the list that holds the card, on the page and in a fragment.</summary>
    public string Key => Lane == Lane.PaaVej ? Words.Of(Lane) : $"{Words.Of(Pier)}-{Words.Of(Lane)}";
}
