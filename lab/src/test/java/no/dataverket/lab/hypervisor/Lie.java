package no.dataverket.lab.hypervisor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import no.dataverket.maskin.runtime.VmRuntime;

/// One way in which a runtime does not keep its promises, told over one that does.
@FunctionalInterface
interface Lie {

    /// Answers a call.
    ///
    /// @throws Throwable what the runtime throws
    Object answer(VmRuntime truth, String operation, Object[] arguments, Call call) throws Throwable;

    /// Carries the call out as it is meant.
    interface Call {
        Object honestly() throws Throwable;
    }

    /// A runtime that tells it.
    default VmRuntime over(VmRuntime truth) {
        return (VmRuntime) Proxy.newProxyInstance(
                VmRuntime.class.getClassLoader(), new Class<?>[] {VmRuntime.class}, (_, method, arguments) -> {
                    var given = arguments == null ? new Object[0] : arguments;
                    return answer(truth, method.getName(), given, () -> invoke(truth, method, given));
                });
    }

    private static Object invoke(VmRuntime truth, Method method, Object[] arguments) throws Throwable {
        try {
            // whoever calls what answers nothing does not see this
            return Objects.requireNonNullElse(method.invoke(truth, arguments), "nothing");
        } catch (InvocationTargetException thrown) {
            throw Objects.requireNonNull(thrown.getCause());
        }
    }
}
