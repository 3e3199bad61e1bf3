# Methods of an object of COM, each call a read of its own. A method of a script does not know its name, so each
# one gets a body that says it; names come from the text of this script.
function Add-RecordedMethod {
    param([Parameter(Mandatory)] [psobject] $Object, [Parameter(Mandatory)] [string] $Path, [object] $Target)
    $Object | Add-Member -MemberType NoteProperty -Name 'RecordedPath' -Value $Path
    $Object | Add-Member -MemberType NoteProperty -Name 'RecordedTarget' -Value $Target
    foreach ($name in @($script:ReadList.Methods) -match '^[A-Z]\w+$') {
        if ($Object.PSObject.Properties[$name] -or $Object.PSObject.Methods[$name]) { continue }
        if ($null -ne $Target -and -not $Target.PSObject.Methods[$name]) { continue }
        $body = [scriptblock]::Create(
            'Invoke-Recorded -Name ''{0}'' -With $args -Target $this' -f $name)
        $Object | Add-Member -MemberType ScriptMethod -Name $name -Value $body
    }
}
