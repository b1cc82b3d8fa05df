function Find-WfpName {
    # Writes the callouts of an answer of 'list' that are wanted: for each name or GUID its callouts,
    # in the order of the names; all of them where nothing is named. One name or none streams.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, ValueFromPipeline)]
        [object] $Record,

        # [string] and [guid] objects.
        [Parameter(Mandatory)]
        [AllowEmptyCollection()]
        [AllowEmptyString()]
        [System.Collections.Generic.List[object]] $Wanted,

        # Gets the names and GUIDs that no callout has.
        [Parameter(Mandatory)]
        [AllowEmptyCollection()]
        [AllowEmptyString()]
        [System.Collections.Generic.List[object]] $Missed
    )

    begin {
        $tests = @(foreach ($item in $Wanted) { Get-WfpNameTest -Wanted $item })
        $found = @(foreach ($item in $Wanted) { , [System.Collections.Generic.List[object]]::new() })
        $streams = $Wanted.Count -le 1
    }

    process {
        $callout = ConvertTo-WfpObject $Record
        if ($tests.Length -eq 0) {
            $callout
            return
        }

        $isFound = $false
        for ($index = 0; $index -lt $tests.Length; $index++) {
            if (Test-WfpName -Callout $callout -Test $tests[$index]) {
                $found[$index].Add($callout)
                $isFound = $true
            }
        }

        # Outside of the loop: a 'break' of the caller, in a command further down, would end it.
        if ($isFound -and $streams) {
            $callout
        }
    }

    end {
        $inOrder = [System.Collections.Generic.List[object]]::new()
        for ($index = 0; $index -lt $tests.Length; $index++) {
            $inOrder.AddRange($found[$index])

            # A wildcard that matches nothing is no error.
            if ($found[$index].Count -eq 0 -and $tests[$index] -isnot [System.Management.Automation.WildcardPattern]) {
                $Missed.Add($Wanted[$index])
            }
        }

        if (-not $streams) {
            $inOrder.ToArray()
        }
    }
}

function Get-WfpNameTest {
    # What a wanted name or GUID is compared as: a [guid], a pattern, or a text. What PowerShell does not
    # take for a pattern, such as a bracket that is never closed, is a text.
    param($Wanted)

    if ($Wanted -is [guid]) {
        return $Wanted
    }

    $name = [string] $Wanted
    $isOpen = ($name -replace '(?s)`.', 'x') -match '\[\]?[^\]]*\z'
    if (-not $isOpen -and [System.Management.Automation.WildcardPattern]::ContainsWildcardCharacters($name)) {
        $pattern = [System.Management.Automation.WildcardPattern]::new($name, 'IgnoreCase, CultureInvariant')
        try {
            [void] $pattern.IsMatch('')
            return $pattern
        } catch {
            return $name
        }
    }

    [System.Management.Automation.WildcardPattern]::Unescape($name)
}

function Test-WfpName {
    # Whether a callout has the GUID, a name that matches the pattern, or exactly the name.
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)]
        [object] $Callout,

        [Parameter(Mandatory)]
        [AllowEmptyString()]
        [object] $Test
    )

    if ($Test -is [guid]) {
        return $Callout.Guid -eq $Test
    }

    foreach ($name in Get-WfpNameOf -Callout $Callout) {
        if ($Test -is [System.Management.Automation.WildcardPattern]) {
            if ($Test.IsMatch($name)) {
                return $true
            }
        } elseif ($name -eq $Test) {
            return $true
        }
    }

    $false
}

function Get-WfpNameOf {
    # All names of a callout: symbols with and without their prefix, and display names.
    param($Callout)

    foreach ($symbol in @($Callout.Name) + $Callout.Aliases) {
        if ($symbol) {
            $symbol
            if ($symbol.StartsWith('FWPM_CALLOUT_')) {
                $symbol.Substring('FWPM_CALLOUT_'.Length)
            }
        }
    }

    $Callout.DisplayName
    if ($null -ne $Callout.Observed) {
        $Callout.Observed.DisplayName
        foreach ($localized in $Callout.Observed.LocalizedNames) {
            $localized.Name
        }
    }
}
