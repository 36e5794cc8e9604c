using Hub.Contracts;

namespace Hub.Storage;

/// <summary>The cases that wait for the nightly run. They are kept by the appends that change them (<see cref="Append.SetDeletable"/>).</summary>
public interface IDeletables
{
    /// <summary>The cases of an area that have waited long enough, the longest first. One query, one range of an index for each limit.</summary>
    /// <param name="stream">The area.</param>
    /// <param name="limits">What is looked for; a case that no limit fits is not found.</param>
    /// <param name="most">At most this many.</param>
    /// <param name="ct">Cancels the query.</param>
    Task<IReadOnlyList<DeletableCase>> Find(StreamKey stream, IReadOnlyList<DeletableLimit> limits, int most, CancellationToken ct);
}

/// <summary>Cases of a category that ended so, or that nobody took (null), and have waited since then or longer.</summary>
public sealed record DeletableLimit(Category Category, Outcome? Outcome, DateTimeOffset Since);
