function Test-WfpKind {
    # Whether a text is a kind, in any letter case and with - for _. If not it throws a message that says
    # which kinds there are; that of a ValidatePattern would show the pattern.
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [AllowNull()]
        [AllowEmptyString()]
        [string] $Kind
    )

    $known = @($script:WfpCompletion.Kind.Text)
    if ($known -contains $Kind.Replace('-', '_')) {
        return $true
    }

    throw "There is no kind `"$Kind`": it is one of $($known[0..($known.Length - 2)] -join ', ') or $($known[-1])."
}
