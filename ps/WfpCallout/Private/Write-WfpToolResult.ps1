function Write-WfpToolResult {
    # Turns what the executable said on standard error, and its exit code, into errors and warnings
    # of the calling command. Exit codes 0 and 1 alone are answers, not errors.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [int] $ExitCode,

        [AllowEmptyString()]
        [string] $ErrorText,

        [AllowNull()]
        [object] $Target,

        # The targets of errors about texts, by text.
        [AllowNull()]
        [System.Collections.Generic.Dictionary[string, System.Collections.Generic.List[object]]] $Given
    )

    $explained = $false
    foreach ($message in ConvertFrom-WfpErrorText -Cmdlet $Cmdlet -Text $ErrorText -ExitCode $ExitCode) {
        if ($null -ne (Get-WfpProperty -InputObject $message -Name 'Error')) {
            Write-WfpToolError -Cmdlet $Cmdlet -ToolError $message.Error -Target $Target
            $explained = $true
        } else {
            Write-WfpToolWarning -Cmdlet $Cmdlet -ToolWarning $message.Warning -Given $Given
        }
    }

    if (-not $explained -and $ExitCode -notin 0, 1) {
        $defect = @{
            Id       = 'ToolDefect'
            Message  = "The executable of the module WfpCallout ended with exit code $ExitCode`: $($ErrorText.Trim())".TrimEnd(' :')
            Hint     = 'this is a defect of wfpcallout: please report it with the command that you ran'
            Target   = $Target
            ExitCode = $ExitCode
        }
        $Cmdlet.ThrowTerminatingError((ConvertTo-WfpErrorRecord @defect))
    }
}

function ConvertFrom-WfpErrorText {
    # Writes what stands on standard error as objects {Error} and {Warning}: lines of JSON, or, of the
    # commands that print no records, 'error: ...', 'warning: ...' and 'hint: ...'.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [AllowEmptyString()]
        [string] $Text,

        [Parameter(Mandatory)]
        [int] $ExitCode
    )

    foreach ($line in $Text -split '\r?\n') {
        if ($line.StartsWith('{')) {
            ConvertFrom-WfpJson -Cmdlet $Cmdlet -Text $line -Key @{}
        }
    }

    foreach ($match in [regex]::Matches($Text, '(?m)^(error|warning): (.*?)\r?$(?:\nhint: (.*?)\r?$)?')) {
        $said = @{
            Message = $match.Groups[2].Value
            Hint    = $match.Groups[3].Value
        }
        $said.Code = ''
        $said.Details = $null
        if ($said.Message -match '^Cannot read "(.+?)": ') {
            $said.Details = [pscustomobject]@{ File = $Matches[1] }
        }

        if ($match.Groups[1].Value -eq 'warning') {
            [pscustomobject]@{ Warning = [pscustomobject] $said }
        } else {
            $said.ExitCode = $ExitCode
            [pscustomobject]@{ Error = [pscustomobject] $said }
        }
    }
}

function Write-WfpToolError {
    # Writes one error of the executable as an error of the calling command.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        # The object {Code, Message, Hint, ExitCode, Details}.
        [Parameter(Mandatory)]
        [object] $ToolError,

        [AllowNull()]
        [object] $Target
    )

    $record = @{
        Message  = ConvertTo-WfpParameterText -Cmdlet $Cmdlet -Text $ToolError.Message
        Hint     = ConvertTo-WfpParameterText -Cmdlet $Cmdlet -Text $ToolError.Hint
        ExitCode = $ToolError.ExitCode
        Target   = $Target
    }
    foreach ($name in 'File', 'Value') {
        $value = Get-WfpProperty -InputObject $ToolError.Details -Name $name
        if ($name -eq 'File' -and $value -eq '-') {
            $record.Message = $record.Message.Replace('"-"', 'the input')
        } elseif ($null -ne $value) {
            $record.Target = $value
        }
    }

    # Exit code 2 is a value that no parameter could check, such as the name of a layer.
    $record.Id = switch ($ToolError.ExitCode) {
        { $_ -in 1, 2 } { 'NotFound' }
        3 { 'InputUnreadable' }
        4 { 'AccessDenied' }
        5 { 'EngineUnavailable' }
        default { 'ToolDefect' }
    }
    if ($ToolError.Code -eq 'fileNotFound') {
        $record.Id = 'FileNotFound'
    }

    $errorRecord = ConvertTo-WfpErrorRecord @record
    if ($record.Id -eq 'ToolDefect') {
        $Cmdlet.ThrowTerminatingError($errorRecord)
    }

    $Cmdlet.WriteError($errorRecord)
}

function ConvertTo-WfpParameterText {
    # A sentence of the executable with its commands and options as what does the same here.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [AllowNull()]
        [AllowEmptyString()]
        [string] $Text
    )

    $source = if ($Cmdlet.MyInvocation.MyCommand.Parameters.ContainsKey('StatePath')) { '-StatePath' } else { '-Path' }
    $options = [ordered]@{
        'wfpcallout list --kind layer' = 'Resolve-WfpGuid * -Kind layer'
        'wfpcallout events'            = 'ConvertFrom-WfpEvent'
        'wfpcallout snapshot'          = 'Export-WfpSnapshot'
        '--from FILE'                  = $source
        '--from'                       = $source
        '--layer'                      = '-Layer'
        '--provider'                   = '-Provider'
        '--since'                      = '-Since'
        '--filters'                    = '-IncludeFilter'
        # What the module cannot do.
        '--encoding'                   = 'wfpcallout --encoding'
    }
    foreach ($option in $options.Keys) {
        $Text = $Text -creplace "(?<![\w-])$option(?![\w-])", $options[$option]
    }

    $Text
}

function Write-WfpToolWarning {
    # Writes one warning of the executable. What was named and is not there is an error in PowerShell.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        # The object {Code, Message, Hint, Details}.
        [Parameter(Mandatory)]
        [object] $ToolWarning,

        # What was given, by text: each is the target of an error of its own.
        [AllowNull()]
        [System.Collections.Generic.Dictionary[string, System.Collections.Generic.List[object]]] $Given
    )

    $id = switch ($ToolWarning.Code) {
        'notFound' { 'NotFound' }
        'malformed' { 'Malformed' }
        default { '' }
    }
    if (-not $id) {
        $text = @($ToolWarning.Message, $ToolWarning.Hint).Where({ $_ }) -join '; '
        $Cmdlet.WriteWarning((ConvertTo-WfpParameterText -Cmdlet $Cmdlet -Text $text))
        return
    }

    $filterId = Get-WfpProperty -InputObject $ToolWarning.Details -Name 'FilterId'
    $target = if ($null -eq $filterId) { $ToolWarning.Details.Text } else { [uint64] $filterId }
    # A wildcard that matches nothing is no error.
    if ((Get-WfpNameTest -Wanted $target) -is [System.Management.Automation.WildcardPattern]) {
        return
    }

    $miss = @{
        Id      = $id
        Message = $ToolWarning.Message
    }
    # Not the value of an 'if', which would take apart a list of one array.
    $targets = , $target
    if ($null -ne $Given -and $target -is [string] -and $Given.ContainsKey($target)) {
        $targets = $Given[$target]
    }

    foreach ($item in $targets) {
        $miss.Hint = $ToolWarning.Hint
        if (-not $miss.Hint -and $target -is [string]) {
            $miss.Hint = if ($target) { Get-WfpFileHint -Cmdlet $Cmdlet -Text $target } else { Get-WfpObjectHint -Item $item }
        }

        $Cmdlet.WriteError((ConvertTo-WfpErrorRecord @miss -Target $item))
    }
}

function Get-WfpProperty {
    # The value of a property, or nothing where the object is null or has no such property.
    param($InputObject, [string] $Name)

    if ($null -ne $InputObject) {
        $property = $InputObject.PSObject.Properties[$Name]
        if ($null -ne $property) {
            $property.Value
        }
    }
}
