# The script under test, loaded as a module of its own: its main is skipped, its functions are the shipped ones, and the
# commands of the simulated Windows stand in front of the real ones.

Set-StrictMode -Version 3.0

function Import-Subject {
    param([Parameter(Mandatory)] [string] $Path, [hashtable] $Windows, [hashtable] $Parameter = @{})
    Remove-Module -Name Subject.Script -Force -ErrorAction Ignore
    $load = {
        param($path, $simulation, $commands, $parameter, $gift)
        . $path @parameter
        # Named differently from the variable of the script, whose scope is this one.
        if ($gift) { $script:Given = $gift }
        if ($simulation) { Import-Module $simulation }
        foreach ($name in $commands.Keys) { Set-Item -Path "function:script:$name" -Value $commands[$name] }
    }
    $simulation = if ($Windows) { Get-Module -Name SimulatedWindows }
    $commands = @{}
    if ($Windows) {
        $proxies = & $simulation { Get-ItemProxy }
        foreach ($name in $proxies.Keys) { $commands[$name] = [scriptblock]::Create($proxies[$name]) }
        foreach ($name in $Windows.Commands.Keys) { $commands[$name] = $Windows.Commands[$name] }
    }
    $gift = if ($Windows) { $Windows.Given }
    # Scripts of channels have neither.
    $all = @{}
    $known = (Get-Command -Name $Path).Parameters
    if ($known.ContainsKey('Language')) { $all.Language = 'en' }
    if ($known.ContainsKey('OutputFormat')) { $all.OutputFormat = 'Object' }
    foreach ($name in $Parameter.Keys) { $all[$name] = $Parameter[$name] }
    $subject = New-Module -Name Subject.Script -ScriptBlock $load -ArgumentList $Path, $simulation, $commands, $all, $gift
    if ($simulation) { & $simulation { param($names) Set-SimulatedBody -Name $names } @(Get-BodyName -Subject $subject) }
    $subject
}

# What the rows of the table of checks call: the functions that bodies have become.
function Get-BodyName {
    param([Parameter(Mandatory)] [psmoduleinfo] $Subject)
    # The kit has no table.
    foreach ($row in & $Subject { if (Test-Path -Path variable:script:Checks) { $script:Checks } }) {
        foreach ($value in $row.Values) {
            if ($value -isnot [scriptblock]) { continue }
            $calls = $value.Ast.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true)
            foreach ($call in $calls) { $call.GetCommandName() }
        }
    }
}

# Runs main as it would run on Windows: { Code, Output, Notices, Text }.
function Invoke-Subject {
    param([Parameter(Mandatory)] [psmoduleinfo] $Subject, [hashtable] $Parameter = @{})
    & $Subject {
        param($parameter)
        $script:Notices = @()
        $script:Changes = @()
        $script:AsideTargets = @()
        $script:StoppedServices = @()
        $script:NeedsRestart = $false
        $script:Journal = $null
        $written = @(Invoke-Main @parameter 6>&1)
        [pscustomobject]@{
            Code    = $script:ExitCode
            Output  = @($written | Where-Object { $_ -isnot [Management.Automation.InformationRecord] })
            Notices = @($script:Notices)
            Text    = @($written | Where-Object { $_ -is [Management.Automation.InformationRecord] } | ForEach-Object { "$_" })
        }
    } $Parameter
}

# The rows of the table of checks, with the arguments of each detection by name.
function Get-SubjectCheck {
    param([Parameter(Mandatory)] [psmoduleinfo] $Subject)
    foreach ($row in & $Subject { $script:Checks }) {
        # Of a script that collects, what exports.
        $body = if ($row['Test']) { $row['Test'] } else { $row['Export'] }
        $calls = @($body.Ast.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true))
        # Around what is about the person signed in stands a call of its own.
        $isAsUser = $calls[0].GetCommandName() -eq 'Invoke-UserTest'
        $call = $calls[[int] $isAsUser]
        # A call with long arguments takes them from a table above it.
        $table = $body.Ast.Find({ $args[0] -is [Management.Automation.Language.HashtableAst] }, $true)
        $with = @{}
        # What a person gives is no literal.
        $pairs = if ($table) { $table.KeyValuePairs } else { @() }
        foreach ($pair in $pairs) {
            if ("$($pair.Item2)" -notlike '$script:Given*') { $with[$pair.Item1.SafeGetValue()] = $pair.Item2.PipelineElements[0].Expression.SafeGetValue() }
        }
        $name = $null
        foreach ($element in $call.CommandElements | Select-Object -Skip 1) {
            if ($element -is [Management.Automation.Language.VariableExpressionAst] -and $element.Splatted) { continue }
            if ($element -is [Management.Automation.Language.CommandParameterAst]) { $name = $element.ParameterName }
            elseif ("$element" -notlike '$script:Given*') { $with[$name] = $element.SafeGetValue() }
        }
        [pscustomobject]@{ Id = $row.Id; Words = $row['Words']; With = $with; HasRepair = $null -ne $row['Repair']; IsAsUser = $isAsUser }
    }
}

# Program and first arguments that start this PowerShell once more: as whoever runs the tests has found it, since the path
# of this process names `dotnet` where PowerShell is a .NET tool.
function Get-ShellCommand {
    $found = @(if ($env:MENDSHEET_SHELL) { ConvertFrom-Json -InputObject $env:MENDSHEET_SHELL } else { 'pwsh' })
    $found[0]
    , @($found | Select-Object -Skip 1)
}

Export-ModuleMember -Function Import-Subject, Invoke-Subject, Get-SubjectCheck, Get-ShellCommand
