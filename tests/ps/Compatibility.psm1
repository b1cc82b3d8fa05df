# Finds in PowerShell source what Windows PowerShell 5.1 cannot parse and what it or .NET Framework 4.7.2 does not have.
# Works on the syntax tree, so text in strings and comments does not count.

Set-StrictMode -Version 3.0

# Automatic variables that came with PowerShell 6 and 7; in 5.1 they are empty, or an error in strict mode.
$newVariables = @(
    'IsWindows', 'IsLinux', 'IsMacOS', 'IsCoreCLR', 'PSStyle', 'EnabledExperimentalFeatures',
    'PSNativeCommandArgumentPassing', 'PSNativeCommandUseErrorActionPreference'
)

# Commands that 5.1 does not have.
$newCommands = @(
    'Test-Json', 'Get-Error', 'Get-Uptime', 'Remove-Alias', 'Join-String', 'ConvertFrom-Markdown', 'Show-Markdown',
    'Start-ThreadJob', 'Clear-RecycleBin', 'Get-PSSubsystem', 'Switch-Process'
)

# Parameters that these commands do not have in 5.1.
$newParameters = @{
    'ConvertFrom-Json' = 'AsHashtable', 'DateKind', 'Depth', 'NoEnumerate'
    'ConvertTo-Json'   = 'AsArray', 'EnumsAsStrings', 'EscapeHandling'
    'ForEach-Object'   = 'Parallel', 'ThrottleLimit', 'TimeoutSeconds', 'AsJob', 'UseNewRunspace'
    'Get-Content'      = , 'AsByteStream'
    'Set-Content'      = , 'AsByteStream'
    'Add-Content'      = , 'AsByteStream'
    'Join-Path'        = 'AdditionalChildPath', 'Extension'
    'Measure-Object'   = , 'AllStats'
    'Select-Object'    = 'SkipIndex', 'CaseInsensitive'
    'Sort-Object'      = 'Top', 'Bottom', 'Stable'
    'Split-Path'       = 'Extension', 'LeafBase'
    'Select-String'    = 'NoEmphasis', 'Raw', 'Culture'
}

# The static members of .NET Framework's types, by the full name of the type. What is not there is a finding.
$members = @{}
$folder = Join-Path (Join-Path (Join-Path $PSScriptRoot '..') 'testdata') 'ps'
foreach ($line in [System.IO.File]::ReadAllLines((Join-Path $folder 'framework_members.txt'))) {
    if ($line -match '^(\S+): (.*)$') { $members[$Matches[1]] = $Matches[2] -split ' ' }
}

# Members of objects that .NET Framework does not have; none of these names means anything else in our source.
$newMembers = @(
    'StandardInputEncoding', 'WaitForExitAsync', 'EnsureCapacity', 'GetValueOrDefault',
    'ReplaceLineEndings', 'AsSpan', 'ContainsAny', 'EnumerateRunes', 'ResolveLinkTarget', 'DisposeAsync'
)

# Methods that .NET Framework has with fewer arguments only.
$mostArguments = @{ Kill = 0; Contains = 1; Replace = 2; GetHashCode = 0 }
$mostStaticArguments = @{ 'File::Move' = 2; 'Directory::CreateDirectory' = 1 }

# Attributes that came after 5.1.
$newAttributes = @('ArgumentCompletions', 'ValidateNotNullOrWhiteSpace', 'NoRunspaceAffinity', 'Experimental')

$newEncodings = @('utf8NoBOM', 'utf8BOM', 'ansi')

function Get-LastPart([string]$Name) { ($Name -split '\.')[-1] }

# Each rule: the kind of node or token that it looks at, what is wrong with it, and samples that it must find.
$rules = @(
    @{ Name = 'ternary operator'; Node = 'TernaryExpressionAst'; Sample = '$a = $x ? 1 : 2' }
    @{ Name = 'pipeline chain'; Node = 'PipelineChainAst'; Sample = 'Get-Help && Get-Command', 'Get-Help || Get-Command' }
    @{ Name = 'null-coalescing operator'; Node = 'BinaryExpressionAst'; Sample = '$a = $x ?? 2'
        Finds = { param($node) $node.Operator.ToString() -eq 'QuestionQuestion' }
    }
    @{ Name = 'null-coalescing assignment'; Node = 'AssignmentStatementAst'; Sample = '$a ??= 2'
        Finds = { param($node) $node.Operator.ToString() -eq 'QuestionQuestionEquals' }
    }
    @{ Name = 'null-conditional member'; Node = 'MemberExpressionAst'; Sample = '${a}?.Length'
        Finds = { param($node) $node.NullConditional }
    }
    @{ Name = 'null-conditional member'; Node = 'InvokeMemberExpressionAst'; Sample = '${a}?.Trim()'
        Finds = { param($node) $node.NullConditional }
    }
    @{ Name = 'null-conditional index'; Node = 'IndexExpressionAst'; Sample = '${a}?[0]'
        Finds = { param($node) $node.NullConditional }
    }
    @{ Name = 'background operator'; Node = 'PipelineAst'; Sample = 'Get-Help &'
        Finds = { param($node) $node.Background }
    }
    @{ Name = 'clean block'; Node = 'NamedBlockAst'; Sample = 'function Test { process { 1 } clean { 2 } }'
        Finds = { param($node) $node.BlockKind.ToString() -eq 'Clean' }
    }
    @{ Name = 'using statement'; Node = 'UsingStatementAst'; Sample = 'using namespace System.Text' }
    @{ Name = 'new variable'; Node = 'VariableExpressionAst'; Sample = 'if ($IsWindows) { 1 }'
        Finds = { param($node) $newVariables -contains $node.VariablePath.UserPath }
    }
    @{ Name = 'new command'; Node = 'CommandAst'; Sample = "'{}' | Test-Json"
        Finds = { param($node) $newCommands -contains $node.GetCommandName() }
    }
    @{ Name = 'new parameter'; Node = 'CommandAst'; Sample = "'{}' | ConvertFrom-Json -Depth 5"
        Finds = {
            param($node)
            $name = $node.GetCommandName()
            if (-not $name) { return $false }
            $added = $newParameters[($name -split '\\')[-1]]
            @($node.CommandElements | Where-Object {
                    $_ -is [System.Management.Automation.Language.CommandParameterAst] -and $added -contains $_.ParameterName
                }).Count -gt 0
        }
    }
    @{ Name = 'new encoding name'; Node = 'CommandAst'; Sample = "Set-Content a.txt 'x' -Encoding utf8NoBOM"
        Finds = {
            param($node)
            $node.Extent.Text -match '\s-Encoding[: ](\S+)' -and $newEncodings -contains ($Matches[1] -replace '[''"]')
        }
    }
    @{ Name = 'static member'; Node = 'InvokeMemberExpressionAst'
        Sample = "[System.IO.Path]::Join('a', 'b')", '[OperatingSystem]::IsWindows()', "[Convert]::FromHexString('00')"
        Finds = { param($node) Test-UnknownStatic $node }
    }
    @{ Name = 'static member'; Node = 'MemberExpressionAst'; Sample = '[Environment]::ProcessPath', '[Random]::Shared'
        Finds = { param($node) Test-UnknownStatic $node }
    }
    @{ Name = 'new member'; Node = 'MemberExpressionAst'; Sample = '$startInfo.StandardInputEncoding = $null'
        Finds = { param($node) -not $node.Static -and $newMembers -contains $node.Member.Extent.Text }
    }
    # ArgumentList is also a parameter, and so a key of tables; a method of it is meant for a ProcessStartInfo.
    @{ Name = 'new member'; Node = 'InvokeMemberExpressionAst'
        Sample = '$process.WaitForExitAsync()', "`$startInfo.ArgumentList.Add('a')"
        Finds = {
            param($node)
            -not $node.Static -and
            ($newMembers -contains $node.Member.Extent.Text -or $node.Expression.Extent.Text -like '*.ArgumentList')
        }
    }
    @{ Name = 'new overload'; Node = 'InvokeMemberExpressionAst'
        Sample = '$process.Kill($true)', "`$text.Contains('a', [StringComparison]::Ordinal)", "[IO.File]::Move('a', 'b', `$true)"
        Finds = { param($node) Test-NewOverload $node }
    }
    # .NET Framework takes a longer string for a set of characters.
    @{ Name = 'split at a string'; Node = 'InvokeMemberExpressionAst'; Sample = "`$text.Split('; ')"
        Finds = {
            param($node)
            $node.Member.Extent.Text -eq 'Split' -and -not $node.Static -and $node.Arguments -and
            $node.Arguments[0] -is [System.Management.Automation.Language.StringConstantExpressionAst] -and
            $node.Arguments[0].Value.Length -gt 1
        }
    }
    @{ Name = 'new attribute'; Node = 'AttributeAst'; Sample = "param([ArgumentCompletions('a')] [string]`$Name) `$Name"
        Finds = { param($node) $newAttributes -contains (Get-LastPart $node.TypeName.FullName) }
    }
    @{ Name = 'new number form'; Token = 'Number'; Sample = '$a = 10y', '$a = 0x1Ful', '$a = 5n', '$a = 0b101'
        Finds = { param($token) $token.Text -match '(?i)^0b|^(0x[0-9a-f]+|[0-9.]+)(u|y|uy|us|ul|s|n)(kb|mb|gb|tb|pb)?$' }
    }
    @{ Name = 'new escape'; Token = 'StringExpandable'; Sample = '"a`e[0m"'
        Finds = { param($token) $token.Text -cmatch '(?<!`)(``)*`(e|u\{)' }
    }
)

function Test-UnknownStatic {
    param($Node)

    if (-not $Node.Static -or $Node.Expression -isnot [System.Management.Automation.Language.TypeExpressionAst]) { return $false }
    $type = $Node.Expression.TypeName.GetReflectionType()
    if ($type -and $type.IsArray) { return $false }
    $name = if ($type) { ($type.FullName -split '\[')[0] } else { $Node.Expression.TypeName.FullName }
    # These come with PowerShell and with the engine host, not with .NET.
    if ($name -match '^(System\.Management\.Automation|EngineHost)\.') { return $false }
    $members[$name] -notcontains $Node.Member.Extent.Text
}

function Test-NewOverload {
    param($Node)

    $name = $Node.Member.Extent.Text
    $given = @($Node.Arguments | Where-Object { $null -ne $_ }).Count
    if (-not $Node.Static) { return $mostArguments.ContainsKey($name) -and $given -gt $mostArguments[$name] }
    if ($Node.Expression -isnot [System.Management.Automation.Language.TypeExpressionAst]) { return $false }
    $key = "$(Get-LastPart $Node.Expression.TypeName.FullName)::$name"
    $mostStaticArguments.ContainsKey($key) -and $given -gt $mostStaticArguments[$key]
}

function Get-CompatibilitySample {
    <#
    .SYNOPSIS
    Gives samples of what the rules find: the Name of the rule, and the Sample, a source text that breaks this rule only.
    #>
    [CmdletBinding()]
    param()

    foreach ($rule in $rules) {
        foreach ($sample in $rule.Sample) { @{ Name = $rule.Name; Sample = $sample } }
    }
}

function Get-CompatibilityFinding {
    <#
    .SYNOPSIS
    Gives what Windows PowerShell 5.1 would not take in a source text: one line of text for each, with line, rule and source.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory = $true, Position = 0)]
        [AllowEmptyString()]
        [string]$Text
    )

    $tokens = $null
    $errors = $null
    $tree = [System.Management.Automation.Language.Parser]::ParseInput($Text, [ref]$tokens, [ref]$errors)
    foreach ($parseError in $errors) { "$($parseError.Extent.StartLineNumber): parse error: $($parseError.Message)" }
    $byNode = $rules | Where-Object { $_.ContainsKey('Node') } | Group-Object -Property { $_.Node }
    $nodeRules = @{}
    foreach ($group in $byNode) { $nodeRules[$group.Name] = $group.Group }
    foreach ($node in $tree.FindAll({ $true }, $true)) {
        foreach ($rule in $nodeRules[$node.GetType().Name]) {
            if (-not $rule.ContainsKey('Finds') -or (& $rule.Finds $node)) {
                "$($node.Extent.StartLineNumber): $($rule.Name): $($node.Extent.Text)"
            }
        }
    }
    foreach ($rule in $rules | Where-Object { $_.ContainsKey('Token') }) {
        foreach ($token in $tokens | Where-Object { $_.Kind.ToString() -eq $rule.Token -and (& $rule.Finds $_) }) {
            "$($token.Extent.StartLineNumber): $($rule.Name): $($token.Text)"
        }
    }
}

function Get-TextFinding {
    <#
    .SYNOPSIS
    Gives what is wrong with the bytes of a source file: a byte order mark, tabs, carriage returns, anything outside ASCII.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory = $true, Position = 0)]
        [AllowEmptyCollection()]
        [byte[]]$Bytes
    )

    if ($Bytes.Length -ge 3 -and $Bytes[0] -eq 0xEF -and $Bytes[1] -eq 0xBB -and $Bytes[2] -eq 0xBF) { 'byte order mark' }
    # Latin-1 gives each byte a character, so that positions stay those of the file.
    $text = [System.Text.Encoding]::GetEncoding(28591).GetString($Bytes)
    $line = 0
    foreach ($part in $text -split "`n") {
        $line++
        if ($part.Contains("`t")) { "${line}: tab" }
        if ($part -match '[^\x00-\x7F]') { "${line}: not ASCII" }
    }
}

Export-ModuleMember -Function Get-CompatibilitySample, Get-CompatibilityFinding, Get-TextFinding
