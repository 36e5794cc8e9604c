using System.Diagnostics;
using Hub.Domain.Texts;

namespace Hub.Domain.Tests.Texts;

/// <summary>Databeskyttelsesloven § 11: no CPR number in a free text.</summary>
public class CprTests
{
    [Theory]
    [InlineData("0101901234")]
    [InlineData("010190-1234")]
    [InlineData("010190 1234")]
    [InlineData("010190\u20131234")]
    [InlineData("010190\u20111234")]
    [InlineData("010190\u00A01234")]
    [InlineData("Cpr:311299-0000.")]
    [InlineData("(070761-4285)")]
    [InlineData("født010190-1234ja")]
    [InlineData("010190-1234 og 020290-1234")]
    [InlineData("999999-1234, nej: 020290-1234")]
    [InlineData("010203 010190 1234")]
    [InlineData("12-010190-1234")]
    public void Finds_a_cpr_number_in_any_spelling(string text) => Assert.True(Cpr.Contains(text));

    [Theory]
    [InlineData("290200-1234")]
    [InlineData("290204-1234")]
    [InlineData("290296-1234")]
    public void Allows_29_February_of_a_leap_year_in_any_century(string text) => Assert.True(Cpr.Contains(text));

    [Theory]
    [InlineData("290201-1234")]
    [InlineData("290299-1234")]
    [InlineData("300200-1234")]
    [InlineData("310490-1234")]
    [InlineData("320190-1234")]
    [InlineData("000190-1234")]
    [InlineData("011390-1234")]
    [InlineData("010090-1234")]
    [InlineData("610190-1234")]
    public void A_number_that_is_no_day_is_no_cpr_number(string text) => Assert.False(Cpr.Contains(text));

    [Theory]
    [InlineData("10101901234")]
    [InlineData("01019012345")]
    [InlineData("1010190-1234")]
    [InlineData("010190-12345")]
    public void A_part_of_a_longer_number_is_no_cpr_number(string text) => Assert.False(Cpr.Contains(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Ring på 20 30 40 50, sag S-0042, kl. 12.30 den 01.01.1990")]
    [InlineData("010190  1234")]
    [InlineData("010190--1234")]
    [InlineData("010190/1234")]
    [InlineData("010190-123")]
    [InlineData("10190-1234")]
    [InlineData("01 01 90 1234")]
    public void Leaves_other_numbers_alone(string? text) => Assert.False(Cpr.Contains(text));

    [Fact]
    public void A_number_that_fails_modulus_11_still_counts() => Assert.True(Cpr.Contains("010107-0001"));

    [Theory]
    [InlineData("9")]
    [InlineData("999999-")]
    [InlineData("999999 1234 ")]
    [InlineData(" ")]
    public void A_long_text_takes_no_more_than_its_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var clock = Stopwatch.StartNew();
        Assert.False(Cpr.Contains(text));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), "a quadratic scan would take minutes");
    }
}
