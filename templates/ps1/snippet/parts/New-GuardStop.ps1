function New-GuardStop([int] $Code, [string] $Reason, [hashtable] $Evidence = @{}) {
    $text = [string] $guardSays[$Reason]
    foreach ($key in $Evidence.Keys) { $text = $text.Replace("{$key}", $Evidence[$key] -join ', ') }
    "$text ($Code)"
}
