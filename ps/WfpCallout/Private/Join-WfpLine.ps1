function Join-WfpLine {
    # Puts lines together to the texts that they were cut from. A cut is line, line break, line, ...
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory, ValueFromPipeline)]
        [AllowEmptyString()]
        [string] $Line,

        [Parameter(Mandatory)]
        [System.Collections.Generic.List[object]] $Cut
    )

    begin {
        $next = 0
        $text = [System.Text.StringBuilder]::new()
        $part = 0
    }

    process {
        [void] $text.Append($Line)
        $part++
        if ($part -lt $Cut[$next].Length) {
            [void] $text.Append($Cut[$next][$part])
            $part++
        } else {
            $text.ToString()
            [void] $text.Clear()
            $part = 0
            $next++
        }
    }
}
