function Add-WfpGuidName {
    <#
    .SYNOPSIS
        Puts names beside the GUIDs in a text.

    .DESCRIPTION
        Copies text, and puts a name after each GUID that is known: "{GUID} (NAME)". Everything
        else stays as it is, and a GUID that already has its name is left alone. It works offline on every
        system.

    .PARAMETER InputObject
        Texts: lines of a log, or whole texts with line breaks. Each gives one string.

    .PARAMETER Path
        Files to read; each line gives one string. Wildcards are permitted. A byte order mark says how a file
        is encoded. A file without one is read as UTF-8, and each line of it that is not UTF-8 is read in the
        ANSI code page of Windows. For other encodings pipe the lines of Get-Content -Encoding.

    .PARAMETER LiteralPath
        The same as Path, but wildcard characters are taken literally.

    .PARAMETER Style
        How the name is written: suffix, "{GUID} (NAME)", which is the default; comment,
        "{GUID} /* NAME */"; or replace, the name in place of the GUID.

    .PARAMETER Kind
        Only names of this kind, such as callout or layer.

    .EXAMPLE
        Get-Content firewall.log | Add-WfpGuidName

        Puts names beside the GUIDs of a log.

    .EXAMPLE
        Add-WfpGuidName -Path firewall.log -Style replace -Kind callout

        Shows a log with the names of callouts in place of their GUIDs.

    .INPUTS
        System.String. Texts, and objects with a property PSPath, such as files.

    .OUTPUTS
        System.String. The texts with names.

    .LINK
        Resolve-WfpGuid

    .LINK
        about_WfpCallout
    #>
    [CmdletBinding(DefaultParameterSetName = 'InputObject')]
    [OutputType([string])]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ParameterSetName = 'InputObject')]
        [AllowNull()]
        [AllowEmptyString()]
        [AllowEmptyCollection()]
        [string[]] $InputObject,

        [Parameter(Mandatory, ParameterSetName = 'Path')]
        [SupportsWildcards()]
        [string[]] $Path,

        [Parameter(Mandatory, ParameterSetName = 'LiteralPath', ValueFromPipelineByPropertyName)]
        [Alias('PSPath')]
        [string[]] $LiteralPath,

        [ValidateSet('suffix', 'comment', 'replace')]
        [string] $Style,

        [ValidateScript({ Test-WfpKind $_ })]
        [string] $Kind
    )

    begin {
        Assert-WfpLanguageMode
        . Use-WfpPreference
        $items = [System.Collections.Generic.List[string]]::new()
        $files = [System.Collections.Generic.List[string]]::new()
    }

    process {
        if ($PSCmdlet.ParameterSetName -eq 'InputObject') {
            foreach ($item in @($InputObject)) {
                $items.Add($item)
            }
        } else {
            foreach ($file in Resolve-WfpPath -Cmdlet $PSCmdlet -Path $Path -LiteralPath $LiteralPath) {
                $files.Add($file)
            }
        }
    }

    end {
        if ($items.Count -eq 0 -and $files.Count -eq 0) {
            return
        }

        $arguments = @('annotate')
        if ($Style) {
            $arguments += "--style=$Style"
        }

        if ($Kind) {
            $arguments += "--kind=$Kind"
        }

        $read = @{
            Cmdlet       = $PSCmdlet
            Path         = Get-WfpTool -Cmdlet $PSCmdlet
            ArgumentList = $arguments
        }
        if ($items.Count -gt 0) {
            $cuts = [System.Collections.Generic.List[object]]::new()
            $lines = [System.Collections.Generic.List[string]]::new()
            foreach ($item in $items) {
                $cut = [regex]::Split($item, '(\r\n|\r|\n)')
                $cuts.Add($cut)
                for ($index = 0; $index -lt $cut.Length; $index += 2) {
                    $lines.Add($cut[$index])
                }
            }

            Read-WfpTool @read -ReadInput (Get-WfpLineInput -Line $lines) | Join-WfpLine -Cut $cuts
        }

        if ($files.Count -gt 0) {
            Read-WfpTool @read -ReadInput (Get-WfpFileInput -Cmdlet $PSCmdlet -Path $files)
        }
    }
}
